#include "views/booking/RoomField.h"

#include "models/BookingModel.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
enum Row { Automatic, None, FirstRoom };
}

RoomField::RoomField(BookingModel &model, QWidget *parent)
    : QComboBox(parent)
    , m_model(model)
{
    setObjectName(u"bookingRoom"_s);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    addItems({automaticText(), tr("No room")});
    connect(this, &QComboBox::activated, this, [this](int row) {
        if (row < FirstRoom)
            m_model.setRoom({row == Automatic, {}});
        else
            m_model.setRoom({false, itemData(row).value<RoomId>()});
    });
    connect(&model.rooms(), &RoomChoices::answered, this, &RoomField::refresh);
    refresh();
}

void RoomField::refresh()
{
    // Row by row, so that an open list keeps its place.
    const QList<RoomChoice> &rooms = m_model.rooms().list();
    setItemText(Automatic, automaticText());
    int current = m_model.roomWish().automatic ? Automatic : None;
    for (int index = 0; index < rooms.size(); ++index) {
        const RoomChoice &choice = rooms.at(index);
        const int row = FirstRoom + index;
        if (row == count())
            addItem({});
        const bool taken = !choice.free && m_model.chosen();
        setItemText(row, taken ? tr("%1, taken then").arg(choice.room.name) : choice.room.name);
        setItemData(row, QVariant::fromValue(choice.room.id));
        if (m_model.roomWish().room == choice.room.id)
            current = row;
    }
    while (count() > FirstRoom + rooms.size())
        removeItem(count() - 1);
    setCurrentIndex(current);
}

QString RoomField::automaticText() const
{
    const RoomChoice *const usual = m_model.chosen() ? m_model.rooms().usual() : nullptr;
    return usual           ? tr("Automatic: %1", "room").arg(usual->room.name)
        : m_model.chosen() ? tr("Automatic: no room")
                           : tr("Automatic");
}

} // namespace ClinicDesk
