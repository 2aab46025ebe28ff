#include "views/setup/SetupDialog.h"

#include "models/SetupModel.h"
#include "views/setup/JoinPage.h"
#include "views/setup/SetupPages.h"
#include "views/setup/SetupSteps.h"
#include "widgets/Banner.h"
#include "widgets/TextLabel.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

SetupDialog::SetupDialog(SetupModel &model, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_title(new TextLabel(TextRole::Title, Token::Text, this))
    , m_subtitle(new TextLabel(TextRole::Body, Token::SecondaryText, this))
    , m_banner(new Banner(this))
    , m_scroll(new QScrollArea(this))
    , m_stack(new QStackedWidget)
    , m_pages(new SetupPages(model.emptyForm()))
    , m_join(new JoinPage(model))
    , m_steps(new SetupSteps(model))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setObjectName(u"setupDialog"_s);
    setWindowTitle(tr("Welcome to ClinicDesk"));
    m_cancel->setObjectName(u"setupCancel"_s);
    m_back->setObjectName(u"setupBack"_s);
    m_next->setObjectName(u"setupNext"_s);
    m_banner->setObjectName(u"setupBanner"_s);
    build();
    connectModel();
    showPage(Shown::Questions);
    restyle();
}

void SetupDialog::build()
{
    m_stack->addWidget(m_pages);
    m_stack->addWidget(m_join);
    m_stack->addWidget(m_steps);
    auto *inside = new QWidget;
    auto *margin = new QVBoxLayout(inside);
    margin->addWidget(m_stack);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(inside);
    m_subtitle->setWordWrap(true);
    m_next->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_banner);
    column->addWidget(m_scroll, 1);
    column->addLayout(buttons);
}

void SetupDialog::connectModel()
{
    connect(m_cancel, &QPushButton::clicked, this, &SetupDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &SetupDialog::back);
    connect(m_next, &QPushButton::clicked, this, &SetupDialog::next);
    connect(&m_model, &SetupModel::created, this, &QDialog::accept);
    connect(&m_model, &SetupModel::joined, this, &QDialog::accept);
    connect(&m_model, &SetupModel::cancelled, this, &QDialog::reject);
    connect(&m_model, &SetupModel::failed, this, &SetupDialog::onFailed);
    connect(qApp, &QApplication::focusChanged, &m_alive, [this](QWidget *, QWidget *now) {
        if (now && m_stack->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now);
    });
}

void SetupDialog::next()
{
    m_banner->clear();
    const SetupForm form = m_pages->form();
    if (m_stack->currentWidget() == m_join) {
        (void)m_join->join(form.deskName, form.role);
        return;
    }
    const QMap<SetupField, QString> problems
        = SetupChecks::problems(form, static_cast<SetupPage>(m_pages->currentIndex()));
    m_pages->showProblems(problems);
    if (!problems.isEmpty())
        return;
    if (!m_pages->wantsOwnClinic()) {
        showPage(Shown::Join);
    } else if (m_pages->currentIndex() + 1 < m_pages->count()) {
        m_pages->setCurrentIndex(m_pages->currentIndex() + 1);
        showPage(Shown::Questions);
    } else {
        showPage(Shown::Steps);
        m_model.create(form);
    }
}

void SetupDialog::back()
{
    m_banner->clear();
    if (m_stack->currentWidget() == m_pages && m_pages->currentIndex() > 0)
        m_pages->setCurrentIndex(m_pages->currentIndex() - 1);
    showPage(Shown::Questions);
}

/// While a clinic is being made it is undone first; cancelled() comes back here.
void SetupDialog::reject()
{
    if (!m_model.isBusy()) {
        QDialog::reject();
        return;
    }
    m_cancel->setEnabled(false);
    m_subtitle->setText(tr("Stopping. What was made so far is removed again."));
    m_model.cancel();
}

void SetupDialog::showPage(Shown what)
{
    m_stack->setCurrentIndex(int(what));
    const bool first = what == Shown::Questions && m_pages->currentIndex() == 0;
    const bool last = what == Shown::Questions && m_pages->currentIndex() + 1 == m_pages->count();
    m_back->setVisible(what != Shown::Steps && !first);
    m_next->setVisible(what != Shown::Steps);
    m_next->setText(what == Shown::Join ? tr("&Use this server")
                        : last          ? tr("&Create the clinic")
                                        : tr("Ne&xt"));
    m_cancel->setEnabled(true);
    showTitle();
    if (what == Shown::Questions)
        m_pages->focusFirst();
    else if (what == Shown::Join)
        m_join->focusFirst();
    else
        m_cancel->setFocus();
}

void SetupDialog::showTitle()
{
    struct Heading
    {
        QString title;
        QString subtitle;
    };
    const QList<Heading> questions {
        {tr("Welcome to ClinicDesk"), tr("What should this computer do?")},
        {tr("The clinic"), tr("Everyone who works here sees its name and its time.")},
        {tr("You"), tr("You are the administrator: you add people, hours and rooms later.")},
        {tr("The first doctor"), tr("More doctors can be added at any time.")},
        {tr("The doctor's week"), tr("When appointments can be booked. Exceptions come later.")}};
    Heading heading = questions.at(m_pages->currentIndex());
    if (m_stack->currentWidget() == m_join)
        heading = {tr("Join a clinic's server"),
                   tr("Open the administrator's join file, or enter where the server is.")};
    else if (m_stack->currentWidget() == m_steps)
        heading = {tr("Creating the clinic"), tr("This takes less than a minute.")};
    m_title->setText(heading.title);
    m_subtitle->setText(heading.subtitle);
}

void SetupDialog::onFailed(const QString &text)
{
    showPage(Shown::Questions);
    m_banner->present(BannerTone::Error, text);
}

void SetupDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_pages->focusFirst();
}

void SetupDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void SetupDialog::restyle()
{
    const Theme &theme = Theme::of(this);
    const int edge = theme.px(24);
    layout()->setContentsMargins(edge, edge, edge, theme.px(16));
    layout()->setSpacing(theme.px(8));
    // Room for the ring around a focused field.
    m_scroll->widget()->layout()->setContentsMargins(theme.px(4), theme.px(8), theme.px(4),
                                                     theme.px(8));
    const QRect room = screen()->availableGeometry();
    resize(qMin(theme.px(560), room.width()), qMin(theme.px(600), room.height() - 48));
}

} // namespace ClinicDesk
