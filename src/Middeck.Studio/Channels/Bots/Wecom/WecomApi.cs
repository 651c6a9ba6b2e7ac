using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Middeck.Studio.Channels.Bots.Wecom;

/// <summary>
/// Calls WeCom's API with the token of gettoken (https://developer.work.weixin.qq.com/document/path/91039), which is valid for two
/// hours; codes are those of path/90313.
/// </summary>
internal sealed class WecomApi(BotHttp http, BotTokens tokens, IOptions<ChannelOptions> options)
{
    private const string Platform = "WeCom";

    public Task<JsonElement> GetAsync(BotChannel bot, string url, CancellationToken cancellationToken)
        => SendAsync(bot, HttpMethod.Get, url, null, cancellationToken);

    public Task<JsonElement> PostAsync(BotChannel bot, string url, object body, CancellationToken cancellationToken)
        => SendAsync(bot, HttpMethod.Post, url, body, cancellationToken);

    private Task<JsonElement> SendAsync(
        BotChannel bot, HttpMethod method, string url, object? body, CancellationToken cancellationToken)
        => tokens.WithAsync(
            bot,
            cancel => FetchAsync(bot, cancel),
            async (token, cancel) =>
            {
                var joint = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                return Checked(await http.SendAsync(
                    Platform, method, $"{url}{joint}access_token={Uri.EscapeDataString(token)}", body, null, cancel));
            },
            cancellationToken);

    private async Task<(string, TimeSpan)> FetchAsync(BotChannel bot, CancellationToken cancellationToken)
    {
        var answer = Checked(await http.SendAsync(
            Platform,
            HttpMethod.Get,
            $"{options.Value.WecomUrl}/cgi-bin/gettoken?corpid={Uri.EscapeDataString(bot.Settings.CorpId!)}"
            + $"&corpsecret={Uri.EscapeDataString(bot.Secrets["corp_secret"])}",
            null,
            null,
            cancellationToken));
        return (answer.Text("access_token") ?? "", TimeSpan.FromSeconds(answer.Number("expires_in") ?? 0));
    }

    private static JsonElement Checked(JsonElement answer) => answer.Number("errcode") switch
    {
        0 => answer,
        40014 or 41001 or 42001 or 42007 => throw new BotCallException(
            BotTrouble.TokenExpired, "WeCom does not take the access token."),
        -1 or 45009 or 45033 => throw new BotCallException(BotTrouble.Busy, Words(answer)),
        60020 => throw new BotCallException(
            BotTrouble.Refused, $"{Words(answer)} Add the platform's address to the app's 企业可信IP in WeCom."),
        _ => throw new BotCallException(BotTrouble.Refused, Words(answer)),
    };

    private static string Words(JsonElement answer) => $"WeCom answered {answer.Number("errcode")}: {answer.Text("errmsg")}.";
}
