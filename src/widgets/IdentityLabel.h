#pragma once

#include "domain/Patient.h"

#include <QWidget>

namespace ClinicDesk {

class TextLabel;

/// Who the open record is about, always together: "KIM, Soo   Born 03-May-1985 (41y)   No.
/// MR-2026-000123". Goes on in further lines where that is wider than its place.
class IdentityLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdentityLabel)

public:
    explicit IdentityLabel(QWidget *parent = nullptr);

    /// `today` is the clinic's day.
    void setPatient(const QString &familyName, const QString &givenName, QDate birthDate,
                    const QString &recordNumber, QDate today);
    void setPatient(const Patient &patient, QDate today);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    TextLabel *m_name;
    TextLabel *m_born;
    TextLabel *m_number;
};

} // namespace ClinicDesk
