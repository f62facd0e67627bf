"""What begins by itself: days, schedules, sensors."""
