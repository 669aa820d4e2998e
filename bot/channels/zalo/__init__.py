"""The citizens' doors on Zalo: Official Account and Bot Platform. It never decides anything."""
