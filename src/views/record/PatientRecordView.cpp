#include "views/record/PatientRecordView.h"

#include "domain/ErrorText.h"
#include "models/ReceptionModels.h"
#include "views/booking/FormScroll.h"
#include "views/record/PatientActions.h"
#include "views/record/PatientCompareDialog.h"
#include "views/record/PatientTexts.h"
#include "views/record/PatientVisitList.h"
#include "views/record/RecordForm.h"
#include "views/shell/CommandButton.h"
#include "views/shell/Page.h"
#include "widgets/Banner.h"
#include "widgets/Format.h"
#include "widgets/IdentityLabel.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

PatientRecordView::PatientRecordView(ReceptionModels &models, const PatientActions &actions,
                                     Page &page)
    : QFrame(&page)
    , m_models(models)
    , m_actions(actions)
{
    setObjectName(u"patientRecordView"_s);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Patient record"));
    auto *layout = new QVBoxLayout(this);
    addHeader();
    m_banner = new Banner(this);
    m_banner->setObjectName(u"recordBanner"_s);
    layout->addWidget(m_banner);
    addBody();
    addFooter(page);
    connectModel();
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &PatientRecordView::refreshBanner);
    restyle();
    refresh();
}

void PatientRecordView::addHeader()
{
    m_identity = new IdentityLabel(this);
    m_close = new QPushButton(tr("Close  Esc"), this);
    m_close->setObjectName(u"closeRecord"_s);
    m_close->setAutoDefault(true);
    connect(m_close, &QPushButton::clicked, this, &PatientRecordView::closeWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(m_identity, 1);
    row->addWidget(m_close);
    static_cast<QBoxLayout *>(layout())->addLayout(row);
}

void PatientRecordView::addBody()
{
    auto *body = new QWidget(this);
    m_form = new RecordForm(m_models.clock().today(), body);
    m_visits
        = new PatientVisitList(m_models.visits(), m_models.catalogue(), m_models.clock(), body);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->addWidget(m_form, 5);
    m_columns->addWidget(m_visits, 6);
    static_cast<QBoxLayout *>(layout())->addWidget(new FormScroll(body, this), 1);
    connect(m_visits, &PatientVisitList::activated, this, &PatientRecordView::visitWanted);
}

void PatientRecordView::addFooter(Page &page)
{
    m_note = new TextLabel({}, TextRole::Body, Token::SecondaryText, this);
    m_note->setObjectName(u"recordNote"_s);
    m_note->setWordWrap(true);
    m_openOther = new QPushButton(this);
    m_openOther->setObjectName(u"openOtherRecord"_s);
    m_openOther->setAutoDefault(true);
    m_openOther->hide();
    connect(m_openOther, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_other); });
    QPushButton *const save = buttonFor(m_actions.save);
    save->setDefault(true);
    save->setObjectName(u"saveRecordButton"_s);
    m_buttons = new QHBoxLayout;
    m_buttons->addWidget(save);
    m_buttons->addWidget(buttonFor(m_actions.discard));
    m_buttons->addWidget(m_note, 1);
    auto *const card = new CommandButton(*m_actions.card, page, this);
    card->setAutoDefault(true);
    m_buttons->addWidget(card);
    auto *whole = static_cast<QBoxLayout *>(layout());
    whole->addWidget(m_openOther);
    whole->addLayout(m_buttons);
}

QPushButton *PatientRecordView::buttonFor(QAction *action)
{
    QString text = action->text();
    text.remove(u'&').remove(u"..."_s);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    auto *button
        = new QPushButton(action->icon(), key.isEmpty() ? text : text + u"  "_s + key, this);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

void PatientRecordView::connectModel()
{
    PatientRecordModel &record = m_models.record();
    connect(m_banner, &Banner::actionTriggered, this, &PatientRecordView::onBannerAction);
    connect(m_banner, &Banner::secondActionTriggered, this, &PatientRecordView::compare);
    connect(m_form, &RecordForm::edited, &record, &PatientRecordModel::edit);
    connect(m_form, &RecordForm::left, &m_alive, [this](PatientField field) { onLeft(field); });
    connect(&record, &PatientRecordModel::opened, this, &PatientRecordView::onOpened);
    connect(&record, &PatientRecordModel::closed, this, [this] {
        m_identity->clear();
        m_form->load({});
        refresh();
    });
    connect(&record, &PatientRecordModel::fieldsChanged, this,
            [this](const QList<PatientField> &fields) {
                m_form->amend(m_models.record().fields(), fields);
            });
    connect(&record, &PatientRecordModel::stateChanged, this, &PatientRecordView::refresh);
    connect(&record, &PatientRecordModel::refused, this, &PatientRecordView::showProblems);
    connect(&record, &PatientRecordModel::duplicate, this, &PatientRecordView::onDuplicate);
    connect(&record, &PatientRecordModel::saved, this, [this] {
        m_form->showProblems({});
        m_openOther->hide();
        m_note->setColour(Token::Success);
        m_note->setText(
            tr("Saved %1").arg(Format::time(m_models.clock().now(), m_models.clock().zone())));
    });
    connect(&record, &PatientRecordModel::failed, this, [this](const Error &error) {
        m_note->setColour(Token::Error);
        m_note->setText(errorText(error, m_models.clock().zone(), m_models.clock().now()));
    });
}

void PatientRecordView::onOpened()
{
    m_form->load(m_models.record().fields());
    m_note->setText({});
    m_openOther->hide();
    refresh();
}

void PatientRecordView::onLeft(PatientField field)
{
    if (m_models.record().isOpen())
        m_form->setProblem(field, m_models.record().problems().value(toKey(field)));
}

void PatientRecordView::onDuplicate(const Patient &existing)
{
    m_other = existing.id;
    const QString name = listName(existing.familyName, existing.givenName);
    showProblems({{toKey(PatientField::NationalId),
                   tr("%1, born %2, has this national id. Open that record or change the id.")
                       .arg(name, Format::date(existing.birthDate))}});
    m_openOther->setText(tr("Open %1").arg(name));
    m_openOther->show();
}

void PatientRecordView::showProblems(const QMap<QString, QString> &problems)
{
    m_form->showProblems(problems);
    m_form->focusInvalidField();
}

void PatientRecordView::focusFirst()
{
    m_form->focusFirst();
}

void PatientRecordView::setReadOnlyReason(const QString &why)
{
    m_whyReadOnly = why;
    refresh();
}

int PatientRecordView::minimumPageWidth() const
{
    return minimumSizeHint().width();
}

void PatientRecordView::refresh()
{
    const PatientRecordModel &record = m_models.record();
    const bool canWrite = m_whyReadOnly.isEmpty();
    m_actions.save->setEnabled(canWrite && record.canSave());
    QString why = canWrite ? m_actions.save->text().remove(u'&') : m_whyReadOnly;
    if (record.conflict())
        why = tr("First decide between their changes and yours.");
    m_actions.save->setToolTip(why);
    m_actions.discard->setEnabled(record.isChanged() && !record.isSaving());
    refreshIdentity();
    m_form->mark(record.changedElsewhere(),
                 record.lastChange().changedBy.isEmpty()
                     ? tr("Changed at another desk")
                     : tr("Changed by %1").arg(record.lastChange().changedBy));
    if (record.isChanged()) {
        m_note->setColour(Token::SecondaryText);
        m_note->setText(record.isSaving() ? tr("Saving...") : tr("Changes not saved yet."));
    } else if (m_note->text() == tr("Changes not saved yet.")) {
        m_note->setText({});
    }
    refreshBanner();
}

void PatientRecordView::refreshIdentity()
{
    if (m_models.record().isOpen())
        m_identity->setPatient(m_models.record().stored(), m_models.clock().today());
}

void PatientRecordView::refreshBanner()
{
    const PatientRecordModel &record = m_models.record();
    if (record.changedElsewhere().isEmpty()) {
        m_banner->clear();
        m_shownVersion = 0;
        m_tick.stop();
        return;
    }
    const bool isConflict = record.conflict().has_value();
    const bool isNews = record.stored().version != m_shownVersion || isConflict != m_isConflict;
    m_shownVersion = record.stored().version;
    m_isConflict = isConflict;
    const QString what
        = PatientTexts::changed(record.lastChange(), record.changedElsewhere(), m_models.clock());
    if (!isNews)
        m_banner->amend(what);
    else if (isConflict)
        m_banner->present(BannerTone::Warning, what, tr("Use theirs"), tr("Compare"));
    else
        m_banner->present(BannerTone::Warning, what, tr("Hide"));
    m_tick.start();
}

void PatientRecordView::onBannerAction()
{
    if (m_models.record().conflict())
        m_models.record().useTheirs();
    else
        m_models.record().acknowledge();
    m_form->focusFirst();
}

void PatientRecordView::compare()
{
    const PatientRecordModel &record = m_models.record();
    if (!record.conflict())
        return;
    auto *dialog
        = new PatientCompareDialog(*record.conflict(), record.lastChange().changedBy, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PatientCompareDialog::chosen, this,
            [this, seen = record.stored().version](const PatientFields &chosen) {
                // Changed once more while it was being compared: look again.
                if (m_models.record().stored().version == seen)
                    m_models.record().settle(chosen);
                else
                    compare();
            });
    dialog->open();
}

void PatientRecordView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_columns)
        restyle();
}

void PatientRecordView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool isWide = width() >= Theme::of(this).px(720);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void PatientRecordView::restyle()
{
    const Theme &theme = Theme::of(this);
    layout()->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    layout()->setSpacing(theme.px(8));
    m_columns->setSpacing(theme.px(16));
    m_buttons->setSpacing(theme.px(8));
}

} // namespace ClinicDesk
