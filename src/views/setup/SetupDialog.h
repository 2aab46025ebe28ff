#pragma once

#include <QDialog>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ClinicDesk {

class Banner;
class JoinPage;
class SetupModel;
class SetupPages;
class SetupSteps;
class TextLabel;

/// A computer's first run, page by page. Accepted when a clinic was made and signed in to, or one
/// was joined; closing it while a clinic is being made undoes that first. GUI thread.
class SetupDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupDialog)
public:
    explicit SetupDialog(SetupModel &model, QWidget *parent = nullptr);

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Shown { Questions, Join, Steps };

    void build();
    void connectModel();
    void next();
    void back();
    void showPage(Shown what);
    void showTitle();
    void onFailed(const QString &text);
    void restyle();

    SetupModel &m_model;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    Banner *m_banner;
    QScrollArea *m_scroll;
    QStackedWidget *m_stack;
    SetupPages *m_pages;
    JoinPage *m_join;
    SetupSteps *m_steps;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    QObject m_alive; ///< what is connected to it ends before anything else of this goes
};

} // namespace ClinicDesk
