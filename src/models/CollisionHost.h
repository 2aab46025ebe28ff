#pragma once

#include "domain/Error.h"

#include <QObject>

namespace ClinicDesk {

class Collision;

/// Whoever has lost a time to another desk and chooses from what is free instead. GUI thread.
class CollisionHost : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CollisionHost)
public:
    enum class Purpose { Book, Move };

    using QObject::QObject;

    [[nodiscard]] virtual Purpose purpose() const = 0;
    /// Set from collided() to collisionOver().
    [[nodiscard]] virtual Collision *collision() = 0;
    /// Books (moves to) the chosen alternative.
    virtual void takeAlternative() = 0;
    virtual void leaveCollision() = 0;
    /// It has been sent and is not answered yet.
    [[nodiscard]] virtual bool isTaking() const = 0;
    /// Why the alternative could not be taken.
    [[nodiscard]] virtual std::optional<Error> collisionProblem() const = 0;

Q_SIGNALS:
    void changed();
    /// collision() is set; it has its first alternatives.
    void collided();
    /// collision() is about to go.
    void collisionOver();
};

} // namespace ClinicDesk
