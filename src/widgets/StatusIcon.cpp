#include "widgets/StatusIcon.h"

namespace ClinicDesk {

IconName statusIcon(StatusLook look)
{
    switch (look) {
    case StatusLook::Pending:
        return IconName::Question;
    case StatusLook::Confirmed:
        return IconName::Tick;
    case StatusLook::CheckedIn:
        return IconName::Person;
    case StatusLook::InProgress:
        return IconName::Play;
    case StatusLook::Completed:
        return IconName::DoubleTick;
    case StatusLook::NoShow:
        return IconName::BarredCircle;
    case StatusLook::Cancelled:
        return IconName::Cross;
    case StatusLook::Hold:
        return IconName::Hand;
    }
    Q_UNREACHABLE();
}

} // namespace ClinicDesk
