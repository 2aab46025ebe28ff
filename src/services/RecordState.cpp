#include "services/RecordState.h"

#include "services/Found.h"

namespace ClinicDesk {

namespace {

constexpr Statement stateStatement {"record_state", "text, bigint", R"sql(
    SELECT version, who, at FROM app.record_state($1, $2)
)sql"};

} // namespace

void refuseUnwritten(Transaction &transaction, const QString &entity, qint64 id, int seenVersion)
{
    const Rows rows = transaction.query(stateStatement, entity, id);
    if (rows.isEmpty() || rows.constFirst().get<int>("version") == seenVersion)
        refuseNotFound();
    const Row &row = rows.constFirst();
    RowDetails details;
    details.expectedVersion = seenVersion;
    details.actualVersion = row.get<int>("version");
    details.changedBy = row.get<QString>("who");
    details.changedAt = row.optional<QDateTime>("at");
    throw Refusal {Error {ErrorKind::StaleRow, {}, details, {}}};
}

} // namespace ClinicDesk
