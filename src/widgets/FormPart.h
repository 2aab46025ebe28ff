#pragma once

namespace ClinicDesk {

/// A part of a form that shows the fields of one value and lets them be changed. A widget derives
/// from it beside QWidget; who holds the parts needs no more than this to read, check and leave
/// them. GUI thread.
template<typename Fields> class FormPart
{
public:
    FormPart() = default;
    virtual ~FormPart() = default;
    FormPart(const FormPart &) = delete;
    FormPart &operator=(const FormPart &) = delete;

    /// Shows another value, without what was wrong with the one before.
    void load(const Fields &fields)
    {
        fill(fields);
        m_loaded = save();
    }
    /// As it is on the screen now; what is not shown is as loaded.
    [[nodiscard]] virtual Fields save() const = 0;
    /// Whether anything was changed since load().
    [[nodiscard]] bool isDirty() const { return save() != m_loaded; }
    /// Whether nothing is wrong with what can be seen.
    [[nodiscard]] virtual bool isValid() const = 0;
    /// The first field that something is wrong with gets the focus; without one it stays.
    virtual void focusInvalidField() = 0;

private:
    virtual void fill(const Fields &fields) = 0;

    Fields m_loaded;
};

} // namespace ClinicDesk
