#include "app/Languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr auto folder = ":/i18n";

} // namespace

QList<Language> languages()
{
    QList<Language> found {{u"en"_s, u"English"_s}};
    const QStringList files = QDir(QLatin1StringView(folder)).entryList({u"clinicdesk_*.qm"_s});
    for (const QString &file : files) {
        const QString code = file.section(u'_', 1).section(u'.', 0, 0);
        if (code == found.constFirst().code)
            continue; // holds its plurals only
        found.append({code, QLocale(code).nativeLanguageName()});
    }
    std::ranges::sort(found, {}, &Language::name);
    return found;
}

void speak(QCoreApplication &application, const QString &code)
{
    if (!code.isEmpty())
        QLocale::setDefault(QLocale(code));
    const QLocale locale;
    auto *plurals = new QTranslator(&application);
    if (plurals->load(u"clinicdesk_en"_s, QLatin1StringView(folder)))
        QCoreApplication::installTranslator(plurals);
    auto *own = new QTranslator(&application);
    if (!own->load(locale, u"clinicdesk"_s, u"_"_s, QLatin1StringView(folder)))
        return; // Qt's buttons in a language of their own would only confuse
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QCoreApplication::installTranslator(own);
}

} // namespace ClinicDesk
