using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Middeck.Studio.Channels.Bots.Feishu;

/// <summary>
/// Calls Feishu's or Lark's API with a tenant_access_token
/// (https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal), which is
/// valid for two hours; codes are those of
/// https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code.
/// </summary>
internal sealed class FeishuApi(BotHttp http, BotTokens tokens, IOptions<ChannelOptions> options)
{
    private const string Platform = "Feishu";
    private static readonly TimeSpan BotLasts = TimeSpan.FromDays(1);

    public Task<JsonElement> SendAsync(
        BotChannel bot, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        => tokens.WithAsync(
            bot,
            cancel => FetchAsync(bot, cancel),
            async (token, cancel) => Checked(await http.SendAsync(
                Platform, method, BaseOf(bot) + path, body, token, cancel)),
            cancellationToken);

    /// <summary>The bot's own open_id (https://open.feishu.cn/document/client-docs/bot-v3/obtain-bot-info).</summary>
    public Task<string> BotIdAsync(BotChannel bot, CancellationToken cancellationToken)
        => tokens.GetAsync(
            bot,
            "open_id",
            async cancel => ((await InfoAsync(bot, cancel)).Text("open_id") ?? "", BotLasts),
            cancellationToken);

    /// <summary>What people see as the bot's name.</summary>
    public async Task<string?> BotNameAsync(BotChannel bot, CancellationToken cancellationToken)
        => (await InfoAsync(bot, cancellationToken)).Text("app_name");

    private async Task<JsonElement> InfoAsync(BotChannel bot, CancellationToken cancellationToken)
        => (await SendAsync(bot, HttpMethod.Get, "/open-apis/bot/v3/info", null, cancellationToken)).In("bot");

    private async Task<(string, TimeSpan)> FetchAsync(BotChannel bot, CancellationToken cancellationToken)
    {
        var answer = Checked(await http.SendAsync(
            Platform,
            HttpMethod.Post,
            $"{BaseOf(bot)}/open-apis/auth/v3/tenant_access_token/internal",
            new { bot.Settings.AppId, AppSecret = bot.Secrets["app_secret"] },
            null,
            cancellationToken));
        return (answer.Text("tenant_access_token") ?? "", TimeSpan.FromSeconds(answer.Number("expire") ?? 0));
    }

    private string BaseOf(BotChannel bot) => bot.Settings.Region == "lark" ? options.Value.LarkUrl : options.Value.FeishuUrl;

    private static JsonElement Checked(JsonElement answer) => answer.Number("code") switch
    {
        0 => answer,
        99991661 or 99991663 or 99991664 or 99991665 or 99991668 or 99991671 => throw new BotCallException(
            BotTrouble.TokenExpired, "Feishu does not take the tenant_access_token."),
        99991400 or 11232 or 11233 or 230020 => throw new BotCallException(BotTrouble.Busy, Words(answer)),
        _ => throw new BotCallException(BotTrouble.Refused, Words(answer)),
    };

    private static string Words(JsonElement answer) => $"Feishu answered {answer.Number("code")}: {answer.Text("msg")}.";
}
