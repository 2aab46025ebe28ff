#pragma once

#include "ctl/Arguments.h"
#include "services/demo/DemoData.h"
#include "services/proof/BookingProof.h"

namespace ClinicDesk::Ctl {

/// A private server as typed; the run makes the folder.
struct ServeRequest
{
    QString folder;
    int port = 0; ///< 0: a free one, kept for later starts
    bool listenOnNetwork = false;
};

/// A join file as typed; what is not named is as this computer reaches the server.
struct JoinFileRequest
{
    std::optional<QString> host;
    std::optional<int> port;
    std::optional<QString> certificateFile;
};

struct LocksRequest
{
    bool watches = false;
    bool asJson = false;
};

[[nodiscard]] Result<ServeRequest> readServe(Arguments arguments);
[[nodiscard]] Result<JoinFileRequest> readJoinFile(Arguments arguments);
[[nodiscard]] Result<QString> readBackup(Arguments arguments); ///< the folder
[[nodiscard]] Result<LocksRequest> readLocks(Arguments arguments);
[[nodiscard]] Result<ProofOptions> readProof(Arguments arguments);
[[nodiscard]] Result<DemoOptions> readDemo(Arguments arguments);

} // namespace ClinicDesk::Ctl
