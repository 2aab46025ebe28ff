#include "AgendaSample.h"

#include "widgets/Banner.h"
#include "widgets/CardWidget.h"
#include "widgets/FieldError.h"
#include "widgets/IdentityLabel.h"
#include "widgets/MiniMonth.h"
#include "widgets/StatusPill.h"
#include "widgets/TextLabel.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableWidget>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Testing;

namespace {

struct Look
{
    ColourScheme scheme;
    int zoom;
    Qt::LayoutDirection direction;
    const char *name;
};

void PrintTo(const Look &look, std::ostream *stream)
{
    *stream << look.name;
}

/// Set CLINICDESK_SHOTS to a folder to look at the pictures.
void keepPicture(const QPixmap &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("CLINICDESK_SHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        picture.save(folder + u'/' + name + u".png"_s);
}

QStandardItemModel *sampleVisits(QObject *parent)
{
    using enum AppointmentStatus;
    auto *model = new QStandardItemModel(parent);
    const auto add = [&](qint64 doctor, int hour, int minute, int minutes, const QString &title,
                         const QString &detail, AppointmentStatus status) {
        const QDateTime start = at(hour, minute);
        auto *item = visit(model->rowCount() + 1, doctor, start, start.addSecs(minutes * 60), title,
                           title, detail, status);
        item->setData(QColor(doctor == 1 ? u"#e0a030"_s : u"#4090d0"_s), AgendaRole::CornerColour);
        model->appendRow(item);
        return item;
    };
    add(1, 9, 0, 20, u"SVENSSON A"_s, u"Check-up"_s, Completed);
    add(1, 9, 20, 20, u"BAKER T"_s, u"Check-up"_s, NoShow);
    add(1, 9, 40, 20, u"ROY P"_s, u"Follow-up"_s, InProgress);
    add(1, 10, 0, 20, u"MARCHETTI G"_s, u"Check-up"_s, Confirmed)
        ->setData(at(9, 47), AgendaRole::CheckedInAt);
    add(1, 10, 40, 20, u"DIAZ M"_s, u"Check-up"_s, Pending);
    add(1, 11, 20, 40, u"OYELARAN-WHITTINGTON B"_s, u"Long visit"_s, Confirmed);
    add(2, 9, 20, 20, u"ABE T"_s, u"Check-up"_s, Confirmed)
        ->setData(at(9, 35), AgendaRole::CheckedInAt);
    add(2, 9, 45, 15, u"NOVAK J"_s, u"Vaccination"_s, Confirmed);
    add(2, 10, 30, 10, u"LI W"_s, u"Blood test"_s, Confirmed)->setData(true, AgendaRole::Saving);
    add(2, 11, 0, 20, u"KIM S"_s, u"Check-up"_s, Cancelled);
    add(2, 11, 20, 20, u"FISCHER L"_s, u"Check-up"_s, Pending);
    return model;
}

void fillAgenda(AgendaView &view)
{
    view.setModel(sampleVisits(&view));
    view.setDay(sampleDay, sampleZone());
    view.setNow(at(10, 7));
    view.setCancelledShown(true);
    view.setHolds(
        {{.doctor = DoctorId {1}, .start = at(10, 20), .end = at(10, 40), .mine = true},
         {.doctor = DoctorId {2}, .start = at(10, 0), .end = at(10, 20), .who = u"Ben"_s}});
    view.setColumns({column(1, u"Dr Osei"_s, u"3 free"_s, {{9, 13}, {14, 17}}),
                     column(2, u"Dr Lindqvist"_s, u"1 free"_s, {{9, 12}}),
                     column(3, u"Dr Ba"_s, u"off"_s, {}),
                     column(4, u"Dr Featherstonehaugh-Smythe"_s, u"12 free"_s, {{8, 16}})});
    view.setCursor(DoctorId {4}, at(10, 20));
}

CardWidget *sampleForm(QWidget *parent)
{
    auto *card = new CardWidget(u"Book"_s, parent);
    auto *form = new QFormLayout;
    auto *name = new QLineEdit(u"kim 85"_s);
    auto *nameError = new FieldError(name);
    auto *born = new QDateEdit(QDate(1985, 5, 3));
    born->setDisplayFormat(u"dd-MMM-yyyy"_s);
    auto *type = new QComboBox;
    type->addItems({u"Check-up, 20 min"_s, u"Follow-up, 10 min"_s});
    auto *length = new QSpinBox;
    length->setSuffix(u" min"_s);
    auto *check = new QCheckBox(u"Show cancelled"_s);
    auto *checked = new QCheckBox(u"Dr Osei"_s);
    checked->setChecked(true);
    auto *radio = new QRadioButton(u"Join a clinic's server"_s);
    auto *radioOn = new QRadioButton(u"Private clinic"_s);
    radioOn->setChecked(true);
    auto *off = new QLineEdit(u"not changeable"_s);
    off->setEnabled(false);
    form->addRow(u"&Patient"_s, name);
    form->addRow(QString(), nameError);
    form->addRow(u"&Born"_s, born);
    form->addRow(u"&Type"_s, type);
    form->addRow(u"&Length"_s, length);
    form->addRow(u"Room"_s, off);
    form->addRow(check);
    form->addRow(checked);
    form->addRow(radio);
    form->addRow(radioOn);
    card->body()->addLayout(form);
    auto *notes = new QTextEdit;
    notes->setPlaceholderText(u"Reason for the visit"_s);
    notes->setMaximumHeight(60);
    card->body()->addWidget(notes);
    auto *buttons = new QHBoxLayout;
    auto *book = new QPushButton(icon(IconName::Tick), u"Book"_s);
    book->setDefault(true);
    auto *cancel = new QPushButton(u"Cancel"_s);
    auto *disabled = new QPushButton(u"Undo"_s);
    disabled->setEnabled(false);
    buttons->addWidget(disabled);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(book);
    card->body()->addLayout(buttons);
    nameError->setText(u"Enter the patient's birth date."_s);
    return card;
}

QWidget *sampleLists(QWidget *parent)
{
    auto *side = new QWidget(parent);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *month = new MiniMonth;
    month->setSelectedDay(sampleDay);
    month->setToday(sampleDay.addDays(1));
    month->setMarks({{sampleDay, DayMark::Full},
                     {sampleDay.addDays(2), DayMark::Free},
                     {sampleDay.addDays(3), DayMark::Full},
                     {sampleDay.addDays(5), DayMark::Closed}});
    column->addWidget(month);
    auto *pills = new QHBoxLayout;
    for (const auto status :
         {AppointmentStatus::Pending, AppointmentStatus::Confirmed, AppointmentStatus::NoShow}) {
        auto *pill = new StatusPill;
        pill->setStatus(status);
        pills->addWidget(pill);
    }
    pills->addStretch();
    column->addLayout(pills);
    auto *list = new QListWidget;
    list->addItems({u"Today 10:20  Dr Osei"_s, u"Today 11:00  Dr Osei"_s, u"Wed 25-Nov 09:00"_s});
    list->setCurrentRow(1);
    list->setMaximumHeight(110);
    column->addWidget(list);
    auto *table = new QTableWidget(2, 2);
    table->setHorizontalHeaderLabels({u"Name"_s, u"Born"_s});
    table->setItem(0, 0, new QTableWidgetItem(u"KIM, Soo"_s));
    table->setItem(0, 1, new QTableWidgetItem(u"03-May-1985 (41y)"_s));
    table->setMaximumHeight(130);
    column->addWidget(table);
    column->addStretch();
    return side;
}

QWidget *sampleWindow()
{
    auto *window = new QWidget;
    auto *whole = new QVBoxLayout(window);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *banner = new Banner;
    banner->present(BannerTone::Warning, u"Dr Ba moved this to 11:20, 4 s ago."_s, u"Use theirs"_s,
                    u"Compare"_s);
    auto *lost = new Banner;
    lost->present(BannerTone::Error, u"No connection since 10:27. You see the day as of 10:27."_s,
                  u"Reconnect"_s);
    whole->addWidget(banner);
    whole->addWidget(lost);
    auto *identity = new IdentityLabel;
    identity->setPatient(u"Kim"_s, u"Soo"_s, QDate(1985, 5, 3), u"MR-2026-000123"_s, sampleDay);
    identity->setContentsMargins(16, 8, 16, 8);
    whole->addWidget(identity);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 12);
    row->setSpacing(12);
    auto *agenda = new AgendaView;
    agenda->setObjectName(u"agenda"_s);
    fillAgenda(*agenda);
    row->addWidget(sampleLists(nullptr));
    row->addWidget(agenda, 1);
    row->addWidget(sampleForm(nullptr));
    whole->addLayout(row, 1);
    auto *toast = new Toast(window);
    toast->present(u"DIAZ, Mia booked Tue 10:40"_s, u"Undo Ctrl+Z"_s, 30);
    return window;
}

QWidget *controlsWindow()
{
    auto *window = new QMainWindow;
    QMenu *file = window->menuBar()->addMenu(u"&Appointment"_s);
    file->addAction(icon(IconName::Plus), u"Book"_s)->setShortcut(QKeySequence(u"Ctrl+N"_s));
    file->addAction(u"Cancel..."_s)->setEnabled(false);
    window->menuBar()->addMenu(u"&Help"_s);
    QToolBar *bar = window->addToolBar(u"Main"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(icon(IconName::Search), u"Find"_s);
    bar->addAction(icon(IconName::Bell), u"Bell 2"_s)->setCheckable(true);
    bar->actions().last()->setChecked(true);
    window->statusBar()->showMessage(u"Live"_s);
    auto *tabs = new QTabWidget;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({u"Time"_s, u"Patient"_s});
    for (const auto &name : {u"KIM, Soo"_s, u"DIAZ, Mia"_s, u"ROY, Paul"_s})
        tree->addTopLevelItem(new QTreeWidgetItem({u"10:20"_s, name}));
    tree->setCurrentItem(tree->topLevelItem(1));
    tree->setObjectName(u"tree"_s);
    tree->setRootIsDecorated(false);
    column->addWidget(tree);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    column->addWidget(progress);
    auto *group = new QGroupBox(u"Notice"_s);
    auto *row = new QHBoxLayout(group);
    for (const auto &text : {u"Move"_s, u"Cancel appointment"_s}) {
        auto *button = new QPushButton(text);
        button->setProperty("clinicDanger", text.size() > 5);
        row->addWidget(button);
    }
    auto *flat = new QPushButton(u"Other server..."_s);
    flat->setFlat(true);
    row->addWidget(flat);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(u"Reception"_s);
    row->addWidget(editable);
    column->addWidget(group);
    tabs->addTab(page, u"Day"_s);
    tabs->addTab(new QWidget, u"Week"_s);
    window->setCentralWidget(tabs);
    return window;
}

class WidgetPaint : public testing::TestWithParam<Look>
{
};

TEST_P(WidgetPaint, showsEverything)
{
    const Look look = GetParam();
    Theme theme;
    theme.applyTo(*qApp);
    theme.setScheme(look.scheme);
    theme.setZoom(look.zoom);
    QApplication::setLayoutDirection(look.direction);
    const std::unique_ptr<QWidget> window(sampleWindow());
    window->resize(look.zoom > 100 ? QSize(2300, 1500) : QSize(1366, 768));
    window->show();
    auto *agenda = window->findChild<AgendaView *>(u"agenda"_s);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    agenda->setFocus();
    const QPixmap picture = window->grab();
    keepPicture(picture, QString::fromLatin1(look.name));
    EXPECT_EQ(picture.toImage().pixelColor(2, picture.height() - 2), theme.colour(Token::Window));
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_P(WidgetPaint, showsTheControls)
{
    const Look look = GetParam();
    Theme theme;
    theme.applyTo(*qApp);
    theme.setScheme(look.scheme);
    theme.setZoom(look.zoom);
    const std::unique_ptr<QWidget> window(controlsWindow());
    window->resize(theme.px(600), theme.px(460));
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    window->findChild<QTreeWidget *>(u"tree"_s)->setFocus();
    const QPixmap picture = window->grab();
    keepPicture(picture, u"controls_"_s + QString::fromLatin1(look.name));
    QMenu *menu = window->findChild<QMenu *>();
    keepPicture(menu->grab(), u"menu_"_s + QString::fromLatin1(look.name));
    EXPECT_FALSE(picture.isNull());
}

INSTANTIATE_TEST_SUITE_P(
    Looks, WidgetPaint,
    testing::Values(Look {ColourScheme::Light, 100, Qt::LeftToRight, "light"},
                    Look {ColourScheme::Dark, 100, Qt::LeftToRight, "dark"},
                    Look {ColourScheme::HighContrast, 100, Qt::LeftToRight, "contrast"},
                    Look {ColourScheme::Light, 200, Qt::LeftToRight, "light_200"},
                    Look {ColourScheme::Dark, 200, Qt::LeftToRight, "dark_200"},
                    Look {ColourScheme::Light, 100, Qt::RightToLeft, "light_rtl"}),
    [](const auto &info) { return std::string(info.param.name); });

} // namespace
} // namespace ClinicDesk
