"""The people who work on the bot: their roles, their chat, and what they did."""
