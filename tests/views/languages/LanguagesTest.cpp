#include "support/PseudoTranslator.h"
#include "views/bars/ClippedLabels.h"
#include "views/bars/EventWait.h"
#include "views/languages/Mnemonics.h"
#include "views/languages/TranslationWitness.h"
#include "views/languages/WindowTour.h"
#include "views/reception/ReceptionDesk.h"
#include "views/setup/SetupDialog.h"

#include <QDialog>
#include <QDir>
#include <QLibraryInfo>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// All windows at 1366x768. With CLINICDESK_SHOTS set to a folder they leave their pictures there.
class Languages : public WindowTour
{
protected:
    static constexpr QSize screen {1366, 768};

    void TearDown() override
    {
        WindowTour::TearDown();
        for (QTranslator *translator : m_installed)
            QCoreApplication::removeTranslator(translator);
        QLocale::setDefault(QLocale::c());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void speakGerman(TranslationWitness &german)
    {
        QLocale::setDefault(QLocale(u"de"_s));
        if (m_qt.load(u"qtbase_de"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            speak(m_qt);
        speak(german);
    }

    void speakEnglish()
    {
        ASSERT_TRUE(m_english.load(u":/i18n/clinicdesk_en.qm"_s)); // its plurals
        speak(m_english);
    }

    void speak(QTranslator &translator)
    {
        QCoreApplication::installTranslator(&translator);
        m_installed << &translator;
    }

    using Also = std::function<void(QWidget &window, const QString &name)>;
    void walk(const QString &name, int zoom, Qt::LayoutDirection direction, const Also &also = {})
    {
        QApplication::setLayoutDirection(direction);
        fillMorning();
        if (m_hasLongNames)
            giveLongNames();
        tour([&](QWidget &window, const QString &place) {
            if (program().theme().zoom() != zoom)
                program().theme().setZoom(zoom);
            check(window, u"%1-%2"_s.arg(name, place));
            if (also)
                also(window, place);
        });
    }

    /// Every page of the first run up to the button that creates the clinic.
    void walkFirstRun(const QString &name)
    {
        QTemporaryDir home;
        QSettings settings(home.filePath(u"desk.ini"_s), QSettings::IniFormat);
        Options options;
        options.dataFolder = home.filePath(u"clinic"_s);
        ClinicApplication computer(options, settings);
        computer.theme().applyTo(*qApp);
        ASSERT_TRUE(computer.start());
        const std::pair<QString, QStringList> pages[] = {
            {u"createRadio"_s, {}},
            {u"clinicName"_s, {u"Lakeside Clinic"_s}},
            {u"yourName"_s, {u"Ana Ruiz"_s, {}, u"three herons"_s, {}, u"three herons"_s}},
        };
        for (const auto &[first, answers] : pages) {
            ASSERT_TRUE(waitUntil([&wanted = first] { return ReceptionDesk::focus() == wanted; }))
                << qPrintable(first);
            auto *const dialog = shown<SetupDialog>();
            ASSERT_NE(dialog, nullptr);
            check(*dialog, u"%1-setup-%2"_s.arg(name, first));
            expectEachLetterOnce(*dialog, first);
            for (qsizetype at = 0; at < answers.size(); ++at) {
                ReceptionDesk::type(answers.at(at));
                if (at + 1 < answers.size())
                    ReceptionDesk::key(Qt::Key_Tab);
            }
            ReceptionDesk::key(Qt::Key_Return);
        }
        ASSERT_TRUE(waitUntil([] { return ReceptionDesk::focus() == u"doctorName"_s; }));
        check(*shown<SetupDialog>(), u"%1-setup-doctor"_s.arg(name));
        expectEachLetterOnce(*shown<SetupDialog>(), u"doctor"_s);
    }

    static void expectEachLetterOnce(const QWidget &window, const QString &name)
    {
        const QStringList clashes = clashingMnemonics(window);
        EXPECT_TRUE(clashes.isEmpty()) << qPrintable(name) << " has letters twice:\n"
                                       << qPrintable(clashes.join(u'\n'));
    }

    bool m_hasLongNames = false;

private:
    static void check(QWidget &window, const QString &name)
    {
        // Layouts, and the dialogs that grow with them, settle in several turns of the event loop.
        QStringList clipped;
        bool hasTurned = false;
        (void)waitUntil([&] {
            clipped = clippedLabels(window) + coveredParts(window);
            return std::exchange(hasTurned, true) && clipped.isEmpty()
                && window.size() == window.size().boundedTo(screen);
        });
        const QString folder = qEnvironmentVariable("CLINICDESK_SHOTS");
        if (!folder.isEmpty())
            window.grab().save(QDir(folder).filePath(name + u".png"_s));
        EXPECT_TRUE(clipped.isEmpty()) << qPrintable(name) << ":\n"
                                       << qPrintable(clipped.join(u'\n'));
        EXPECT_EQ(window.size(), window.size().boundedTo(screen)) << qPrintable(name);
    }

    QList<QTranslator *> m_installed;
    QTranslator m_qt;
    QTranslator m_english;
};

TEST_F(Languages, germanIsWholeAndFits)
{
    TranslationWitness german(u"de"_s);
    speakGerman(german);
    walk(u"de"_s, 100, Qt::LeftToRight, &Languages::expectEachLetterOnce);
    EXPECT_TRUE(german.missing().isEmpty()) << qPrintable(german.missing().join(u'\n'));
}

TEST_F(Languages, englishFitsAndHasEachLetterOnce)
{
    speakEnglish();
    walk(u"en"_s, 100, Qt::LeftToRight, &Languages::expectEachLetterOnce);
}

TEST_F(Languages, theFirstRunIsEnglishWithEachLetterOnce)
{
    speakEnglish();
    walkFirstRun(u"en"_s);
}

TEST_F(Languages, theFirstRunIsGermanAndFits)
{
    TranslationWitness german(u"de"_s);
    speakGerman(german);
    walkFirstRun(u"de"_s);
    EXPECT_TRUE(german.missing().isEmpty()) << qPrintable(german.missing().join(u'\n'));
}

TEST_F(Languages, germanFitsTwiceAsLarge)
{
    TranslationWitness german(u"de"_s);
    speakGerman(german);
    walk(u"de-200"_s, 200, Qt::LeftToRight);
}

TEST_F(Languages, aVeryLongNameFitsInGermanTwiceAsLarge)
{
    TranslationWitness german(u"de"_s);
    speakGerman(german);
    m_hasLongNames = true;
    walk(u"de-200-name"_s, 200, Qt::LeftToRight);
}

TEST_F(Languages, aLongerLanguageFits)
{
    PseudoTranslator pseudo;
    speak(pseudo);
    walk(u"pseudo"_s, 100, Qt::LeftToRight);
}

TEST_F(Languages, aLongerLanguageFitsMirrored)
{
    PseudoTranslator pseudo;
    speak(pseudo);
    walk(u"pseudo-rtl"_s, 100, Qt::RightToLeft);
}

} // namespace ClinicDesk
