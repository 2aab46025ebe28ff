#include "ctl/server/ServerArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {

Result<ServeRequest> readServe(Arguments arguments)
{
    const ServeRequest request {.folder = arguments.required(u"data"_s),
                                .port = arguments.number(u"port"_s, 1024, 65535, 0),
                                .listenOnNetwork = arguments.has(u"network"_s)};
    return arguments.checked(request);
}

Result<JoinFileRequest> readJoinFile(Arguments arguments)
{
    const JoinFileRequest request {
        .host = arguments.optionalText(u"host"_s),
        .port = arguments.optionalNumber(u"port"_s, 1, 65535),
        .certificateFile = arguments.optionalText(u"certificate"_s),
    };
    return arguments.checked(request);
}

Result<QString> readBackup(Arguments arguments)
{
    const QString folder = arguments.word(u"folder"_s);
    return arguments.checked(folder);
}

Result<LocksRequest> readLocks(Arguments arguments)
{
    const LocksRequest request {arguments.has(u"watch"_s), arguments.has(u"json"_s)};
    return arguments.checked(request);
}

Result<ProofOptions> readProof(Arguments arguments)
{
    ProofOptions options;
    options.connections = arguments.number(u"connections"_s, ProofOptions::fewestConnections, 1000,
                                           options.connections);
    options.doctors = arguments.number(u"doctors"_s, 1, 100, options.doctors);
    options.rounds = arguments.number(u"rounds"_s, 1, ProofOptions::mostRounds, options.rounds);
    if (options.connections < 2 * options.doctors)
        arguments.complain(u"doctors"_s, u"range"_s);
    return arguments.checked(options);
}

Result<DemoOptions> readDemo(Arguments arguments)
{
    DemoOptions options;
    options.doctors = arguments.number(u"doctors"_s, 2, 1000, options.doctors);
    options.patients = arguments.number(u"patients"_s, 2, 5'000'000, options.patients);
    options.appointments = arguments.number(u"appointments"_s, 0, 20'000'000, options.appointments);
    options.days = arguments.number(u"days"_s, 1, 3650, options.days);
    options.seed = arguments.number(u"seed"_s, 0, 1'000'000'000, options.seed);
    options.password = arguments.text(u"password"_s);
    options.zone = arguments.text(u"zone"_s, options.zone);
    if (options.patients < options.doctors)
        arguments.complain(u"patients"_s, u"range"_s);
    return arguments.checked(options);
}

} // namespace ClinicDesk::Ctl
