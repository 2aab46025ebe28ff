#include "views/bars/PqWitness.h"

#include <libpq-fe.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include <dlfcn.h>

namespace ClinicDesk::PqWitness {

namespace {

std::atomic<std::thread::id> watched;
std::atomic<int> here = 0;
std::atomic<int> elsewhere = 0;

} // namespace

void start()
{
    watched = std::this_thread::get_id();
    here = 0;
    elsewhere = 0;
}

int callsOnThisThread()
{
    return here;
}

int callsElsewhere()
{
    return elsewhere;
}

static void note()
{
    ++(std::this_thread::get_id() == watched.load() ? here : elsewhere);
}

template<typename Function> static Function *real(Function *, const char *name)
{
    auto *const next = reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
    if (!next)
        throw std::runtime_error("libpq lacks a function");
    return next;
}

} // namespace ClinicDesk::PqWitness

using namespace ClinicDesk;

extern "C" {

PGconn *PQconnectdb(const char *settings)
{
    static auto *const next = PqWitness::real(&PQconnectdb, "PQconnectdb");
    PqWitness::note();
    return next(settings);
}

PGresult *PQexec(PGconn *connection, const char *query)
{
    static auto *const next = PqWitness::real(&PQexec, "PQexec");
    PqWitness::note();
    return next(connection, query);
}

int PQsendQuery(PGconn *connection, const char *query)
{
    static auto *const next = PqWitness::real(&PQsendQuery, "PQsendQuery");
    PqWitness::note();
    return next(connection, query);
}

PGresult *PQgetResult(PGconn *connection)
{
    static auto *const next = PqWitness::real(&PQgetResult, "PQgetResult");
    PqWitness::note();
    return next(connection);
}

int PQconsumeInput(PGconn *connection)
{
    static auto *const next = PqWitness::real(&PQconsumeInput, "PQconsumeInput");
    PqWitness::note();
    return next(connection);
}
}
