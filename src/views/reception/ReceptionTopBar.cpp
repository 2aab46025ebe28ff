#include "views/reception/ReceptionTopBar.h"

#include "models/ReceptionModels.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionActions.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReceptionTopBar::ReceptionTopBar(ReceptionModels &models, const ReceptionActions &actions,
                                 QPushButton &bell, QWidget *parent)
    : QWidget(parent)
    , m_models(models)
    , m_search(new PatientPicker(models.search(), models.clock(), this))
    , m_live(new TextLabel({}, TextRole::BodyStrong, Token::Success, this))
    , m_requests(new QPushButton(this))
    , m_clinic(new TextLabel(models.session().clinic.name, TextRole::BodyStrong, Token::Text, this))
    , m_who(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
{
    const Theme &theme = Theme::of(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    layout->setSpacing(theme.px(12));
    m_search->field()->setObjectName(u"findField"_s);
    m_search->field()->setAccessibleName(tr("Find patient"));
    m_search->field()->setPlaceholderText(tr("Find patient: name, born, phone"));
    m_search->field()->setToolTip(tr("Find patient (Ctrl+F)"));
    m_search->field()->addAction(icon(IconName::Search), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(theme.px(440));
    auto *book = new QPushButton(icon(IconName::Plus), tr("Book  Ctrl+N"), this);
    book->setDefault(true);
    book->setFocusPolicy(Qt::NoFocus);
    book->setObjectName(u"bookButton"_s);
    connect(book, &QPushButton::clicked, actions.book, &QAction::trigger);
    connect(actions.book, &QAction::changed, book, [book, action = actions.book] {
        book->setEnabled(action->isEnabled());
        book->setToolTip(action->toolTip());
    });
    m_who->setText(
        models.session().deskName.isEmpty()
            ? models.session().name()
            : tr("%1, %2", "person, desk").arg(models.session().name(), models.session().deskName));
    layout->addWidget(m_search, 1);
    layout->addWidget(book);
    layout->addStretch(1);
    layout->addWidget(m_requests);
    layout->addWidget(&bell);
    layout->addWidget(m_live);
    layout->addWidget(m_clinic);
    layout->addWidget(m_who);
    connect(&models.connection(), &ConnectionModel::stateChanged, this,
            &ReceptionTopBar::refreshLive);
    refreshLive();
}

bool ReceptionTopBar::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        fitParts();
    return handled;
}

void ReceptionTopBar::fitParts()
{
    // Room to read back what is typed into the search.
    int needed = layout()->contentsMargins().left() + layout()->contentsMargins().right()
        + Theme::of(this).px(80);
    for (int index = 0; index < layout()->count(); ++index) {
        const QWidget *const part = layout()->itemAt(index)->widget();
        if (part && part != m_clinic && part != m_who)
            needed += part->minimumSizeHint().width() + layout()->spacing();
    }
    // The clinic's name stands in the window's title as well: it goes first.
    for (QWidget *const part : std::initializer_list<QWidget *> {m_who, m_clinic}) {
        needed += part->sizeHint().width() + layout()->spacing();
        part->setVisible(needed <= width());
    }
}

void ReceptionTopBar::refreshLive()
{
    const bool isLive = m_models.connection().isLive();
    m_live->setText(isLive ? tr("\u25cf Live") : tr("\u25cb Not live"));
    m_live->setColour(isLive ? Token::Success : Token::Error);
    m_live->setToolTip(m_models.connection().lostText());
}

} // namespace ClinicDesk
