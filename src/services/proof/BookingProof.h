#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"

#include <QStringList>

#include <functional>

namespace ClinicDesk {

struct ProofOptions
{
    /// Each day of the two years that a doctor can be booked ahead has this many rounds.
    static constexpr int roundsADay = 71;
    static constexpr int mostRounds = roundsADay * 728;
    static constexpr int fewestConnections = 2;

    int connections = 16;
    int doctors = 1;
    int rounds = 100; ///< in each, every connection wants an overlapping time of its doctor
};

/// How one way to book came through the race.
struct ProofSide
{
    qint64 attempts = 0;
    qint64 won = 0;
    qint64 refused = 0; ///< told that the time is taken
    qint64 failed = 0; ///< any other answer
    qint64 overlaps = 0; ///< pairs of stored appointments of one doctor that overlap
    qint64 lost = 0; ///< acknowledged, but not stored
    qint64 unasked = 0; ///< stored, but acknowledged to nobody
    qint64 deadlocks = 0;
    double p50Ms = 0;
    double p95Ms = 0;
    double p99Ms = 0;
    double seconds = 0;
};

struct ProofReport
{
    QString server; ///< "15.9"
    ProofOptions options;
    ProofSide clinic; ///< through the program's own transaction manager and rules
    ProofSide bait; ///< look, then book, with nothing in between; 1,000 rounds at most
    qint64 inconsistencies = 0; ///< rows that break a promise of app.consistency()
    /// Rules of the clinic's own database that differ from those that were proved, by name;
    /// nothing when there is no clinic in it.
    QStringList differences;
    bool compared = false;

    /// One winner in each round and doctor, everybody else refused, nothing lost or twice.
    [[nodiscard]] bool holds() const;
    /// The bait was caught: this race can show a double booking.
    [[nodiscard]] bool isSharp() const { return bait.overlaps > 0; }
};

/// Lets real connections fight for the same times, on the server that a clinic is to trust. All of
/// it happens in a scratch database with the program's migrations, which is dropped afterwards with
/// its login; the clinic's own database is only read, to compare its rules. What a killed run left
/// is removed by the next one.
class BookingProof
{
public:
    /// Rounds done, out of how many; returns false to stop.
    using Progress = std::function<bool(const QString &what, int done, int of)>;

    /// `superuser` connects to the clinic's database, or to none of this name yet. Blocks, on
    /// threads and connections of its own. Unreachable, NotPermitted (no superuser), Busy (another
    /// proof runs on this server),
    /// ValidationFailed (field "connections": the server has not that many to spare), Internal;
    /// ShuttingDown when stopped.
    [[nodiscard]] static Result<ProofReport>
    run(const ConnectionSettings &superuser, const ProofOptions &options, const Progress &progress);
};

} // namespace ClinicDesk
