"""The citizens' door on Telegram: only this folder knows aiogram, and it never decides anything."""
