#include "views/record/PatientVisitList.h"

#include "models/Catalogue.h"
#include "models/PatientVisitsModel.h"
#include "widgets/Format.h"
#include "widgets/TextLabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

AppointmentRow visitAt(const QModelIndex &index)
{
    return index.data(PatientVisitsModel::RowRole).value<AppointmentRow>();
}

/// The visits in words.
class VisitWords final : public QIdentityProxyModel
{
public:
    VisitWords(Catalogue &catalogue, const ClinicClock &clock, QObject *parent)
        : QIdentityProxyModel(parent)
        , m_catalogue(catalogue)
        , m_clock(clock)
    {
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        switch (role) {
        case Qt::DisplayRole:
            return text(visitAt(index), index.column());
        case Qt::ToolTipRole:
            return toolTip(visitAt(index));
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return QIdentityProxyModel::headerData(section, orientation, role);
        const QStringList titles {PatientVisitList::tr("When"), PatientVisitList::tr("Doctor"),
                                  PatientVisitList::tr("Type"), PatientVisitList::tr("Status")};
        return titles.value(section);
    }

private:
    [[nodiscard]] QString text(const AppointmentRow &row, int column) const
    {
        const Appointment &visit = row.appointment;
        switch (column) {
        case PatientVisitsModel::When:
            return Format::dateTime(visit.start, m_clock.zone());
        case PatientVisitsModel::Doctor:
            return m_catalogue.doctorName(visit.doctor);
        case PatientVisitsModel::VisitType:
            return row.visitTypeName;
        case PatientVisitsModel::Status:
            return Format::status(visit.status, visit.checkedInAt.has_value());
        default:
            return {};
        }
    }
    [[nodiscard]] static QString toolTip(const AppointmentRow &row)
    {
        QStringList lines {row.appointment.reason};
        if (!row.appointment.statusNote.isEmpty())
            lines << Format::statusNote(row.appointment.status, row.appointment.statusNote);
        lines.removeAll(QString());
        return lines.join(u'\n');
    }

    Catalogue &m_catalogue;
    ClinicClock m_clock;
};

} // namespace

PatientVisitList::PatientVisitList(PatientVisitsModel &visits, Catalogue &catalogue,
                                   const ClinicClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_visits(visits)
    , m_clock(clock)
    , m_title(new TextLabel(tr("Visits"), TextRole::Section, Token::Text, this))
    , m_view(new QTreeView(this))
    , m_empty(new TextLabel(tr("No visits yet. Book the first one with Ctrl+N."), TextRole::Body,
                            Token::SecondaryText, this))
{
    auto *words = new VisitWords(catalogue, clock, this);
    words->setSourceModel(&visits);
    m_view->setModel(words);
    m_view->setObjectName(u"patientVisits"_s);
    m_view->setAccessibleName(tr("Visits, newest first"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(true);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(visitAt(index)); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&visits, signal, this, &PatientVisitList::refresh);
    connect(&visits, &QAbstractItemModel::modelReset, this, &PatientVisitList::refresh);
    connect(&visits, &PatientVisitsModel::read, this, &PatientVisitList::refresh);
    connect(&catalogue, &Catalogue::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    restyle();
    refresh();
}

void PatientVisitList::refresh()
{
    const bool hasRows = !m_visits.rows().isEmpty();
    m_empty->setVisible(!hasRows && !m_visits.isReading());
    // A view with rows always has a current one: Orca needs it.
    if (hasRows && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
}

void PatientVisitList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void PatientVisitList::restyle()
{
    const Theme &theme = Theme::of(this);
    layout()->setSpacing(theme.px(8));
    m_view->setMinimumHeight(theme.px(160));
}

} // namespace ClinicDesk
