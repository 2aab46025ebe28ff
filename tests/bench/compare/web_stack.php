<?php
// A worker of a web server that books as such systems commonly do: it looks whether the time is free, then writes, each
// statement a message of its own, the writes in one transaction, no lock and no constraint. Its connection stays open,
// which is more than most of them do. Says "ready", begins at a line on stdin, and says in the end how many it booked.
// Usage: php web_stack.php DESK DESKS FIRST_SLOT SECONDS; the server as in libpq's variables.
require_once 'Illuminate/Database/autoload.php';

use Illuminate\Database\Capsule\Manager as Database;
use Illuminate\Database\Eloquent\Model;

class Doctor extends Model
{
    public $timestamps = false;
}

class Patient extends Model
{
    public $timestamps = false;
}

class Appointment extends Model
{
    protected $guarded = [];
}

class Notification extends Model
{
    protected $guarded = [];
}

[, $desk, $desks, $first, $seconds] = array_map('intval', $argv);
$database = new Database();
$database->addConnection([
    'driver' => 'pgsql',
    'host' => getenv('PGHOST'),
    'port' => getenv('PGPORT'),
    'database' => getenv('PGDATABASE'),
    'username' => getenv('PGUSER'),
    'password' => getenv('PGPASSWORD'),
    'charset' => 'utf8',
    'schema' => 'web',
]);
$database->setAsGlobal();
$database->bootEloquent();

$book = function (int $n) use ($desk, $desks, $first): void {
    $doctor = Doctor::findOrFail(($desk + $n) % 20 + 1);
    $patient = Patient::findOrFail($desk * 20 + $n % 20 + 1);
    $slot = $first + intdiv($n, 20) * $desks + $desk;
    $day = (new DateTimeImmutable('2030-01-01'))->modify('+' . intdiv($slot, 71) . ' days');
    $start = $day->modify('+' . ($slot % 71 * 20) . ' minutes');
    $end = $start->modify('+15 minutes');
    $taken = Appointment::where('doctor_id', $doctor->id)
        ->where('day', $day->format('Y-m-d'))
        ->where('starts_at', '<', $end->format('Y-m-d H:i:s'))
        ->where('ends_at', '>', $start->format('Y-m-d H:i:s'))
        ->exists();
    if ($taken) {
        throw new RuntimeException('taken');
    }
    Database::connection()->transaction(function () use ($doctor, $patient, $day, $start, $end): void {
        $appointment = Appointment::create([
            'doctor_id' => $doctor->id,
            'patient_id' => $patient->id,
            'day' => $day->format('Y-m-d'),
            'starts_at' => $start->format('Y-m-d H:i:s'),
            'ends_at' => $end->format('Y-m-d H:i:s'),
            'status' => 'pending',
        ]);
        Notification::create(['doctor_id' => $doctor->id, 'appointment_id' => $appointment->id, 'text' => 'New request']);
    });
};

$book(0);
echo "ready\n";
fgets(STDIN);
$until = microtime(true) + $seconds;
for ($n = 1; microtime(true) < $until; ++$n) {
    $book($n);
}
echo $n - 1, "\n";
