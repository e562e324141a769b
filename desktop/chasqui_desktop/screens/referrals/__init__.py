"""Referrals: what the protection focal point alone can open."""
