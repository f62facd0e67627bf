"""What assets may use: quarters, periods, settings, the lake, the register, engines, the gate, errors."""
