#include "views/login/LoginDialog.h"

#include "ui_LoginDialog.h"
#include "views/login/ServerTestView.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

LoginDialog::LoginDialog(SignInModel &model, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_ui(std::make_unique<::Ui::LoginDialog>())
{
    m_ui->setupUi(this);
    m_banner = new Banner(this);
    m_banner->setObjectName(u"banner"_s);
    m_ui->messageLayout->addWidget(m_banner);
    m_nameError = new FieldError(m_ui->nameEdit, this);
    m_nameError->setObjectName(u"nameError"_s);
    m_ui->nameErrorLayout->addWidget(m_nameError);
    m_passwordError = new FieldError(m_ui->passwordEdit, this);
    m_passwordError->setObjectName(u"passwordError"_s);
    m_ui->passwordErrorLayout->addWidget(m_passwordError);
    m_steps = new ServerTestView(model.test(), this);
    m_ui->stepsLayout->addWidget(m_steps);
    m_ui->capsLockLabel->hide();
    m_ui->passwordEdit->installEventFilter(this);
    fillIn();
    wire();
    restyle();
}

LoginDialog::~LoginDialog() = default;

void LoginDialog::wire()
{
    connect(m_ui->signInButton, &QPushButton::clicked, this, &LoginDialog::signIn);
    connect(m_ui->testButton, &QPushButton::clicked, this, &LoginDialog::toggleTest);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &LoginDialog::browseCertificate);
    connect(m_ui->serverToggle, &QToolButton::toggled, this, &LoginDialog::setServerShown);
    connect(m_ui->showPasswordButton, &QToolButton::toggled, this, &LoginDialog::setPasswordShown);
    connect(m_ui->hostEdit, &QLineEdit::textChanged, this, &LoginDialog::pasteAddress);
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, &LoginDialog::clearErrors);
    connect(m_ui->passwordEdit, &QLineEdit::textEdited, this, &LoginDialog::clearErrors);
    connect(&m_model, &SignInModel::busyChanged, this, &LoginDialog::setBusy);
    connect(&m_model, &SignInModel::refused, this, &LoginDialog::showRefusal);
    connect(&m_model, &SignInModel::signedIn, this, &QDialog::accept);
    connect(&m_model.test(), &ServerTest::stepChanged, this, [this] {
        m_ui->testButton->setText(m_model.test().isRunning() ? tr("Stop the t&est")
                                                             : tr("T&est the connection"));
        fitHeight();
    });
    connect(&m_model.test(), &ServerTest::finished, this,
            [this] { m_ui->testButton->setText(tr("T&est the connection")); });
}

void LoginDialog::fillIn()
{
    const DeskSettings &desk = m_model.desk();
    m_ui->nameEdit->setText(desk.lastName);
    m_ui->hostEdit->setText(desk.host);
    m_ui->portEdit->setText(desk.port);
    m_ui->databaseEdit->setText(desk.database);
    m_ui->certificateEdit->setText(desk.certificate);
    m_ui->deskEdit->setText(desk.deskName);
    m_ui->serverToggle->setChecked(!desk.hasServer());
    setServerShown(!desk.hasServer());
    showServer();
}

DeskSettings LoginDialog::deskFromForm() const
{
    DeskSettings desk = m_model.desk();
    desk.host = m_ui->hostEdit->text().trimmed();
    desk.port = m_ui->portEdit->text().trimmed();
    desk.database = m_ui->databaseEdit->text().trimmed();
    desk.certificate = m_ui->certificateEdit->text().trimmed();
    desk.deskName = m_ui->deskEdit->text().trimmed();
    return desk;
}

void LoginDialog::signIn()
{
    clearErrors();
    const QString name = m_ui->nameEdit->text().trimmed();
    if (name.isEmpty()) {
        showRefusal(SignInField::Name, tr("Enter your name, as the administrator gave it."));
        return;
    }
    if (m_ui->passwordEdit->text().isEmpty()) {
        showRefusal(SignInField::Password, tr("Enter your password."));
        return;
    }
    m_model.test().cancel();
    m_model.setDesk(deskFromForm());
    showServer();
    m_model.signIn(name, m_ui->passwordEdit->text());
}

void LoginDialog::toggleTest()
{
    if (m_model.test().isRunning()) {
        m_model.test().cancel();
        m_ui->testButton->setText(tr("T&est the connection"));
        return;
    }
    m_banner->clear();
    m_model.setDesk(deskFromForm());
    m_model.startTest(m_ui->nameEdit->text().trimmed(), m_ui->passwordEdit->text());
}

void LoginDialog::setBusy(bool busy)
{
    m_ui->signInButton->setText(busy ? tr("Signing in...") : tr("&Sign in"));
    for (QWidget *widget : std::initializer_list<QWidget *> {
             m_ui->signInButton, m_ui->nameEdit, m_ui->passwordEdit, m_ui->showPasswordButton,
             m_ui->serverBox, m_ui->serverToggle})
        widget->setEnabled(!busy);
}

void LoginDialog::showRefusal(SignInField field, const QString &text)
{
    clearErrors();
    switch (field) {
    case SignInField::Name:
        m_nameError->setText(text);
        m_ui->nameEdit->setFocus();
        m_ui->nameEdit->selectAll();
        break;
    case SignInField::Password:
        m_passwordError->setText(text);
        m_ui->passwordEdit->setFocus();
        m_ui->passwordEdit->selectAll();
        break;
    case SignInField::Server:
        m_ui->serverToggle->setChecked(true);
        m_banner->present(BannerTone::Error, text);
        m_ui->signInButton->setFocus();
        break;
    case SignInField::None:
        m_banner->present(BannerTone::Error, text);
        break;
    }
    fitHeight();
}

void LoginDialog::setName(const QString &name)
{
    m_ui->nameEdit->setText(name);
}

void LoginDialog::setServerShown(bool shown)
{
    m_ui->serverBox->setVisible(shown);
    m_ui->serverToggle->setIcon(icon(shown ? IconName::ChevronUp : IconName::ChevronDown));
    fitHeight();
}

void LoginDialog::setPasswordShown(bool shown)
{
    m_ui->passwordEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_ui->passwordEdit->setFocus();
}

void LoginDialog::pasteAddress(const QString &text)
{
    const QString address = text.trimmed();
    if (!address.startsWith(u"postgresql://"_s) && !address.startsWith(u"postgres://"_s))
        return;
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(address);
    if (!settings || settings->database.isEmpty())
        return;
    m_ui->hostEdit->setText(settings->host);
    m_ui->portEdit->setText(settings->port.isEmpty() ? u"5432"_s : settings->port);
    m_ui->databaseEdit->setText(settings->database);
    if (!settings->sslRootCert.isEmpty())
        m_ui->certificateEdit->setText(settings->sslRootCert);
    if (!settings->user.isEmpty())
        m_ui->nameEdit->setText(settings->user);
}

void LoginDialog::browseCertificate()
{
    auto *dialog = new QFileDialog(this, tr("Certificate of the clinic"), {},
                                   tr("Certificates (*.crt *.pem *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_ui->certificateEdit, &QLineEdit::setText);
    dialog->open();
}

void LoginDialog::clearErrors()
{
    m_banner->clear();
    m_nameError->setText({});
    m_passwordError->setText({});
}

void LoginDialog::showServer()
{
    const DeskSettings &desk = m_model.desk();
    m_ui->serverLabel->setText(!desk.clinicName.isEmpty() && desk.hasServer() ? desk.clinicName
                                   : desk.hasServer()
                                   ? tr("%1 at %2").arg(desk.database, desk.host)
                                   : tr("Say where the clinic's server is, then sign in."));
}

bool LoginDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->passwordEdit) {
        if (event->type() == QEvent::KeyPress)
            watchCapsLock(static_cast<const QKeyEvent &>(*event));
        else if (event->type() == QEvent::FocusOut)
            m_ui->capsLockLabel->hide();
    }
    return QDialog::eventFilter(watched, event);
}

/// Qt does not tell the lock's state: a capital letter without Shift shows it.
void LoginDialog::watchCapsLock(const QKeyEvent &event)
{
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const QChar letter = event.text().isEmpty() ? QChar() : event.text().at(0);
    if (event.key() == Qt::Key_CapsLock)
        m_ui->capsLockLabel->hide();
    else if (letter.isUpper() || letter.isLower())
        m_ui->capsLockLabel->setVisible(letter.isUpper() != shift);
}

void LoginDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void LoginDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    QWidget *first = m_ui->nameEdit->text().isEmpty() ? m_ui->nameEdit : m_ui->passwordEdit;
    first->setFocus();
    fitHeight();
}

void LoginDialog::restyle()
{
    const Theme &theme = Theme::of(this);
    m_ui->titleLabel->setFont(theme.font(TextRole::Title));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, theme.colour(Token::SecondaryText));
    m_ui->serverLabel->setPalette(muted);
    m_ui->serverHint->setPalette(muted);
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, theme.colour(Token::Warning));
    m_ui->capsLockLabel->setPalette(warning);
    m_ui->showPasswordButton->setIcon(icon(IconName::Eye));
    const int edge = theme.px(24);
    m_ui->pageLayout->setContentsMargins(edge, edge, edge, edge);
    m_ui->pageLayout->setSpacing(theme.px(4));
    for (QLabel *label : {m_ui->nameLabel, m_ui->passwordLabel, m_ui->hostLabel, m_ui->portLabel,
                          m_ui->databaseLabel, m_ui->certificateLabel, m_ui->deskLabel})
        label->setContentsMargins(0, theme.px(8), 0, 0);
    m_ui->buttonRow->setContentsMargins(0, theme.px(12), 0, theme.px(4));
    m_ui->serverLayout->setSpacing(theme.px(4));
    m_ui->testRow->setContentsMargins(0, theme.px(8), 0, 0);
    fitHeight();
}

/// As high as the contents, but never higher than the screen: then it scrolls.
void LoginDialog::fitHeight()
{
    if (!isVisible())
        return;
    const Theme &theme = Theme::of(this);
    const QRect room = screen()->availableGeometry();
    const int width = qMin(theme.px(440), room.width());
    m_ui->pageLayout->activate();
    const int inner = width - m_ui->scrollArea->verticalScrollBar()->sizeHint().width();
    const int wanted = m_ui->pageLayout->hasHeightForWidth()
        ? m_ui->pageLayout->heightForWidth(inner)
        : m_ui->page->sizeHint().height();
    setMinimumWidth(width);
    resize(width, qMin(wanted, room.height() - theme.px(48)));
}

} // namespace ClinicDesk
