"""The settings that point a product at the stand-ins; keys as in hailong.toml."""

from tests.standins.zalo import BotStandIn, OaStandIn


def oa_settings(oa: OaStandIn) -> dict[str, str]:
    """Point at an Official Account, with its living pair of tokens as the seed."""
    return {
        "zalo_oa_id": oa.account.oa_id,
        "zalo_oa_app_id": oa.account.app_id,
        "zalo_oa_app_secret": oa.account.app_secret,
        "zalo_oa_secret_key": oa.account.secret_key,
        "zalo_oa_api_base": oa.url,
        "zalo_oa_oauth_base": oa.url,
        "zalo_oa_chat_base": oa.url,
        "zalo_oa_access_token": oa.oauth.pair.access,
        "zalo_oa_refresh_token": oa.oauth.pair.refresh,
    }


def bot_settings(bot: BotStandIn) -> dict[str, str]:
    """Point at a bot; without a secret its updates are polled for."""
    return {"zalo_bot_token": bot.token, "zalo_bot_api_base": bot.url}
