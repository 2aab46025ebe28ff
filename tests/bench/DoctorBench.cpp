#include "bench/DoctorBench.h"

#include "bench/OpenDesk.h"
#include "widgets/RowList.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

void benchDoctor(BenchClinic &clinic, int repetitions, Report &report)
{
    OpenDesk desk(clinic, u"osei"_s);
    RequestInboxModel &inbox = desk.desk().doctor().inbox();
    auto &list = desk.child<RowList>("inboxList");
    OpenDesk::expect(
        [&] { return inbox.isLoaded() && inbox.waitingCount() >= BenchClinic::requestCount; },
        "the inbox");
    list.setFocus();
    Samples next {u"3"_s, u"C to the next request selected and painted"_s, u"ms"_s, 300};
    Samples committed {u"3"_s, u"C to the answer committed"_s, u"ms"_s};
    for (int n = 0; n < std::min(repetitions * 4, BenchClinic::requestCount - 2); ++n) {
        const AppointmentId answered = inbox.request(list.currentIndex().row()).id();
        bool done = false;
        const QMetaObject::Connection listening
            = QObject::connect(&inbox, &RequestInboxModel::answered, &list,
                               [&](AppointmentId id) { done = done || id == answered; });
        QElapsedTimer timer;
        timer.start();
        OpenDesk::key(Qt::Key_C);
        OpenDesk::expect(
            [&] {
                return list.currentIndex().isValid()
                    && inbox.request(list.currentIndex().row()).id() != answered;
            },
            "the next request");
        desk.window().repaint();
        next.add(timer);
        OpenDesk::expect([&] { return done; }, "the answer");
        committed.add(timer);
        QObject::disconnect(listening);
    }
    report.add(next);
    report.add(committed);
}

} // namespace ClinicDesk
