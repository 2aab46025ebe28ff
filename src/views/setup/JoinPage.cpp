#include "views/setup/JoinPage.h"

#include "models/SetupModel.h"
#include "models/SignInModel.h"
#include "views/login/ServerTestView.h"
#include "widgets/Announce.h"
#include "widgets/TextLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr qint64 longestFile = 65536;

} // namespace

JoinPage::JoinPage(SetupModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_file(model.signIn().desk())
    , m_clinic(new TextLabel(TextRole::BodyStrong, Token::Text, this))
    , m_problem(new TextLabel(TextRole::Body, Token::Error, this))
    , m_host(new QLineEdit(this))
    , m_port(new QLineEdit(u"5432"_s, this))
    , m_database(new QLineEdit(u"clinic"_s, this))
    , m_open(new QPushButton(tr("&Open a join file..."), this))
    , m_paste(new QPushButton(tr("&Paste it"), this))
    , m_test(new QPushButton(tr("T&est the connection"), this))
{
    m_host->setObjectName(u"joinHost"_s);
    m_port->setObjectName(u"joinPort"_s);
    m_database->setObjectName(u"joinDatabase"_s);
    m_open->setObjectName(u"openJoinFile"_s);
    m_paste->setObjectName(u"pasteJoinFile"_s);
    m_test->setObjectName(u"joinTest"_s);
    m_problem->setObjectName(u"joinProblem"_s);
    m_clinic->setObjectName(u"joinClinic"_s);
    build();
    connect(m_open, &QPushButton::clicked, this, &JoinPage::openFile);
    connect(m_paste, &QPushButton::clicked, this,
            [this] { take(QApplication::clipboard()->text()); });
    connect(m_test, &QPushButton::clicked, this, &JoinPage::toggleTest);
    connect(m_host, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.contains(u'{')) // a join file was pasted here
            take(text);
    });
    ServerTest &test = m_model.signIn().test();
    connect(&test, &ServerTest::finished, this,
            [this] { m_test->setText(tr("T&est the connection")); });
}

void JoinPage::build()
{
    const Theme &theme = Theme::of(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    auto *file = new QHBoxLayout;
    for (QPushButton *button : {m_open, m_paste, m_test})
        button->setAutoDefault(false);
    file->addWidget(m_open);
    file->addWidget(m_paste);
    file->addStretch(1);
    column->addLayout(file);
    for (TextLabel *label : {m_clinic, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->hide();
        column->addWidget(label);
    }
    const auto add = [&](const QString &text, QLineEdit *edit) {
        auto *caption = new TextLabel(text, TextRole::Body, Token::Text, this);
        caption->setContentsMargins(0, theme.px(8), 0, 0);
        caption->setBuddy(edit);
        column->addWidget(caption);
        column->addWidget(edit);
    };
    add(tr("&Server's name or address"), m_host);
    add(tr("P&ort"), m_port);
    add(tr("&Database"), m_database);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, theme.px(12), 0, theme.px(4));
    row->addWidget(m_test);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(new ServerTestView(m_model.signIn().test(), this));
    column->addStretch(1);
}

void JoinPage::focusFirst()
{
    (m_host->text().isEmpty() ? static_cast<QWidget *>(m_open) : m_host)->setFocus();
}

void JoinPage::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Join file"), {},
                                   tr("Join files (*.json *.clinicdesk);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly) && file.size() <= longestFile)
            take(QString::fromUtf8(file.readAll()));
        else
            showProblem(tr("This file cannot be read."));
    });
    dialog->open();
}

void JoinPage::take(const QString &text)
{
    QString problem;
    const std::optional<DeskSettings> desk = m_model.readJoinFile(text, problem);
    showProblem(problem);
    if (!desk)
        return;
    m_file = *desk;
    m_host->setText(desk->host);
    m_port->setText(desk->port);
    m_database->setText(desk->database);
    m_clinic->setText(desk->clinicName);
    m_clinic->setVisible(!desk->clinicName.isEmpty());
    m_test->setFocus();
}

DeskSettings JoinPage::desk() const
{
    DeskSettings desk = m_file;
    desk.privateFolder.clear();
    desk.host = m_host->text().trimmed();
    desk.port = m_port->text().trimmed();
    desk.database = m_database->text().trimmed();
    return desk;
}

void JoinPage::toggleTest()
{
    SignInModel &signIn = m_model.signIn();
    if (signIn.test().isRunning()) {
        signIn.test().cancel();
        m_test->setText(tr("T&est the connection"));
        return;
    }
    signIn.setDesk(desk());
    m_test->setText(tr("Stop the t&est"));
    signIn.startTest({}, {});
}

bool JoinPage::join(const QString &deskName, DeskRole role)
{
    DeskSettings wanted = desk();
    wanted.deskName = deskName;
    wanted.role = role;
    if (wanted.host.isEmpty() || wanted.database.isEmpty()) {
        showProblem(tr("Open the join file, or enter the server's name and the database."));
        m_host->setFocus();
        return false;
    }
    m_model.signIn().test().cancel();
    m_model.join(wanted);
    return true;
}

void JoinPage::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(m_problem, text);
}

} // namespace ClinicDesk
