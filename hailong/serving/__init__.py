"""The running server: doors, delivery, timers, health, joined from the rooms."""
