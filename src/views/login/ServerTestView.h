#pragma once

#include "models/ServerTest.h"

#include <QMap>
#include <QWidget>

class QLabel;

namespace ClinicDesk {

/// The ticked list of a ServerTest; takes no room before the first test.
class ServerTestView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerTestView)
public:
    ServerTestView(const ServerTest &test, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLabel *icon;
        QLabel *text;
        ServerTest::State state = ServerTest::State::Waiting;
    };
    void showStep(ServerTest::Step step, ServerTest::State state, const QString &text);
    void restyle();
    void restyle(const Line &line);

    QMap<ServerTest::Step, Line> m_lines;
};

} // namespace ClinicDesk
