#include "views/booking/CollisionDialog.h"

#include "domain/ErrorText.h"
#include "models/Catalogue.h"
#include "models/Collision.h"
#include "models/CollisionHost.h"
#include "views/booking/OfferList.h"
#include "widgets/Announce.h"
#include "widgets/Format.h"
#include "widgets/HeldKey.h"
#include "widgets/TextLabel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

CollisionDialog::CollisionDialog(CollisionHost &host, Catalogue &catalogue,
                                 const ClinicClock &clock, QWidget *parent)
    : QDialog(parent)
    , m_host(host)
    , m_collision(*host.collision())
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_title(new TextLabel({}, TextRole::Section, Token::Text, this))
    , m_who(new TextLabel({}, TextRole::Body, Token::Text, this))
    , m_offers(new OfferList(catalogue, clock, this))
    , m_keys(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
    , m_problem(new TextLabel({}, TextRole::Body, Token::Error, this))
{
    setObjectName(u"collisionDialog"_s);
    setWindowTitle(tr("That time has gone"));
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    const int gap = Theme::of(this).px(16);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap / 2);
    m_offers->setVisibleRows(Collision::shownAlternatives);
    m_offers->setMinimumWidth(Theme::of(this).px(420));
    m_offers->setObjectName(u"alternatives"_s);
    for (TextLabel *text : {m_title, m_who, m_keys, m_problem})
        text->setWordWrap(true);
    for (QWidget *part :
         std::initializer_list<QWidget *> {m_title, m_who, m_offers, m_problem, m_keys})
        layout->addWidget(part);
    layout->addLayout(makeButtons());
    m_offers->installEventFilter(this);
    connect(&host, &CollisionHost::collisionOver, this, [this] {
        m_host.disconnect(this);
        m_collision.disconnect(this);
        done(QDialog::Accepted);
    });
    connect(&m_collision, &Collision::changed, this, &CollisionDialog::refresh);
    connect(&host, &CollisionHost::changed, this, &CollisionDialog::refresh);
    connect(m_offers, &OfferList::itemClicked, this,
            [this](QListWidgetItem *item) { m_collision.choose(m_offers->row(item)); });
    m_title->setText(tr("%1 with %2 has just been taken")
                         .arg(Format::time(m_collision.wanted().start, clock.zone()),
                              catalogue.doctorName(m_collision.wanted().doctor)));
    refresh();
    m_offers->setFocus();
    const QString first = m_offers->offers().isEmpty()
        ? tr("Nothing else is free.")
        : m_offers->item(0)->data(Qt::AccessibleTextRole).toString();
    announce(m_title, m_title->text() + u". "_s + first);
}

QHBoxLayout *CollisionDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    auto *back
        = new QPushButton(isMove() ? tr("Leave it where it is") : tr("Back to the form"), this);
    auto *more = new QPushButton(tr("More times"), this);
    m_book = new QPushButton(isMove() ? tr("Move here") : tr("Book this time"), this);
    m_book->setDefault(true);
    for (QPushButton *button : {back, more, m_book})
        button->setFocusPolicy(
            Qt::NoFocus); // keys go to the list, and only once the dialog listens
    row->addWidget(back);
    row->addWidget(more);
    row->addStretch();
    row->addWidget(m_book);
    connect(back, &QPushButton::clicked, this, &CollisionDialog::reject);
    connect(more, &QPushButton::clicked, this, [this] { m_collision.more(); });
    connect(m_book, &QPushButton::clicked, this, [this] { m_host.takeAlternative(); });
    return row;
}

void CollisionDialog::reject()
{
    m_host.leaveCollision();
}

void CollisionDialog::showEvent(QShowEvent *event)
{
    m_shown.start();
    QDialog::showEvent(event);
}

void CollisionDialog::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (!HeldKey::isRepeat(*event) && isListening())
        onKey(event->key());
}

bool CollisionDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_offers || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    keyPressEvent(key);
    return true;
}

bool CollisionDialog::onKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_host.takeAlternative();
        return true;
    case Qt::Key_Escape:
        reject();
        return true;
    case Qt::Key_F3:
        m_collision.more();
        return true;
    case Qt::Key_Up:
        m_collision.choose(m_collision.chosen() - 1);
        return true;
    case Qt::Key_Down:
        m_collision.choose(m_collision.chosen() + 1);
        return true;
    default:
        break;
    }
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        m_collision.choose(key - Qt::Key_1);
    return true;
}

void CollisionDialog::refresh()
{
    m_who->setText(takenText());
    const Suggestion *const chosen = m_collision.chosenAlternative();
    m_offers->offer(m_collision.alternatives(),
                    chosen && m_collision.isHeld() ? std::optional(chosen->slot) : std::nullopt);
    m_offers->setCurrentRow(m_collision.chosen());
    m_offers->setEnabled(!m_host.isTaking());
    m_book->setEnabled(chosen && m_offers->isEnabled());
    m_keys->setText(keysText());
    const std::optional<Error> problem = m_host.collisionProblem();
    m_problem->setVisible(problem.has_value());
    if (problem)
        m_problem->setText(errorText(*problem, m_clock.zone(), m_clock.now()));
}

bool CollisionDialog::isMove() const
{
    return m_host.purpose() == CollisionHost::Purpose::Move;
}

QString CollisionDialog::keysText() const
{
    const int count = m_offers->count();
    if (m_host.isTaking())
        return isMove() ? tr("Moving...") : tr("Booking...");
    if (count == 0)
        return tr("Nothing is free within the booking period.    Esc back");
    if (count == 1)
        return isMove() ? tr("Enter moves to 1    F3 more    Esc back")
                        : tr("Enter books 1    F3 more    Esc back");
    const QString keys = isMove() ? tr("Enter moves to %1    1-%2 choose    F3 more    Esc back")
                                  : tr("Enter books %1    1-%2 choose    F3 more    Esc back");
    return keys.arg(m_collision.chosen() + 1).arg(count);
}

QString CollisionDialog::keptText() const
{
    return isMove() ? tr("The appointment stays where it was until you choose.")
                    : tr("Your entries are kept.");
}

QString CollisionDialog::takenText() const
{
    const QString kept = keptText();
    const auto *const details = m_collision.error().as<SlotTakenDetails>();
    if (!details || details->takenBy.isEmpty())
        return kept;
    const QString who = details->desk.isEmpty()
        ? details->takenBy
        : tr("%1 at %2", "person at desk").arg(details->takenBy, details->desk);
    if (details->held)
        return tr("%1 is booking it.").arg(who) + u' ' + kept;
    if (!details->since)
        return tr("%1 booked it.").arg(who) + u' ' + kept;
    return tr("%1 booked it %2.")
               .arg(who, Format::ago(*details->since, m_clock.now(), m_clock.zone()))
        + u' ' + kept;
}

} // namespace ClinicDesk
