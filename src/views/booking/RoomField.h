#pragma once

#include <QComboBox>

namespace ClinicDesk {

class BookingModel;

/// The room of a booking: automatic, none, or one of the rooms; those that are taken at the chosen
/// time say so. GUI thread.
class RoomField final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomField)
public:
    explicit RoomField(BookingModel &model, QWidget *parent = nullptr);

    void refresh();

private:
    [[nodiscard]] QString automaticText() const;

    BookingModel &m_model;
};

} // namespace ClinicDesk
