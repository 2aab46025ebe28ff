#pragma once

#include "bench/Report.h"

namespace ClinicDesk {

class BenchClinic;

/// Bookings through AppointmentOperations: alone, by 16 desks with a doctor each, and by 16 desks
/// all of one doctor; latency, bookings a second and messages a booking.
void benchBooking(BenchClinic &clinic, int repetitions, Report &report);

} // namespace ClinicDesk
