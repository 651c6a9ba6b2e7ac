using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Channels.Webhooks;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Channels;

/// <summary>Checks what a channel is told, and leaves out what its kind does not need.</summary>
internal static class ChannelInput
{
    private const int PersonLimit = 10;

    /// <exception cref="Core.Errors.FaultException"><c>channels.*</c>.</exception>
    public static string Name(string name)
        => name.Trim() is { Length: > 0 } trimmed && StorableJson.IsStorable(trimmed)
            ? trimmed
            : throw ChannelFaults.InvalidName();

    /// <exception cref="Core.Errors.FaultException"><c>channels.invalid_events</c>.</exception>
    public static string[] Events(ChannelKind kind, IReadOnlyList<string> given)
    {
        if (kind != ChannelKind.Webhook)
        {
            return given.Count == 0 ? [] : throw ChannelFaults.NoEventsForBots();
        }

        return given.Count > 0 && given.All(WebhookEvents.Offered.Contains)
            ? [.. given.Distinct()]
            : throw ChannelFaults.InvalidEvents();
    }

    /// <exception cref="Core.Errors.FaultException"><c>channels.invalid_url</c> or <c>channels.invalid_setting</c>.</exception>
    public static ChannelSettings Settings(ChannelKind kind, ChannelSettings given)
    {
        if (kind == ChannelKind.Webhook)
        {
            return new ChannelSettings { Url = UrlOf(given.Url) };
        }

        var told = Texts(given);
        foreach (var field in ChannelFields.Settings(kind))
        {
            Refuse(field, told.GetValueOrDefault(field.Name, ""), "settings");
        }

        return new ChannelSettings
        {
            CorpId = kind == ChannelKind.Wecom ? told["corp_id"] : null,
            AgentId = kind == ChannelKind.Wecom ? told["agent_id"] : null,
            AppId = kind == ChannelKind.Feishu ? told["app_id"] : null,
            Region = kind == ChannelKind.Feishu ? given.Region ?? "feishu" : null,
            ClientId = kind == ChannelKind.Dingtalk ? told["client_id"] : null,
            Language = given.Language ?? (kind == ChannelKind.Slack ? "en" : "zh"),
            Format = given.Format ?? "markdown",
            PersonLimit = given.PersonLimit ?? PersonLimit,
        };
    }

    /// <summary>The secrets that were given, for the kind, among those that it has.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>channels.invalid_setting</c>: one is missing or cannot be one.</exception>
    public static ChannelSecrets Secrets(ChannelKind kind, ChannelSecrets had, ChannelSecretsInput given)
    {
        var told = Texts(given);
        var fields = ChannelFields.Secrets(kind);
        var all = had.With(told.Where(pair => fields.Any(field => field.Name == pair.Key)).ToDictionary());
        foreach (var field in fields)
        {
            Refuse(field, all[field.Name], "secrets");
        }

        return all;
    }

    private static void Refuse(ChannelField field, string value, string group)
    {
        if (value.Length == 0 ? field.IsNeeded : !field.Form.IsMatch(value))
        {
            throw ChannelFaults.InvalidSetting(field, group);
        }
    }

    private static Dictionary<string, string> Texts(object given)
        => JsonSerializer.SerializeToElement(given, given.GetType(), Json.Snake).EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(member => member.Name, member => member.Value.GetString()!.Trim());

    private static string UrlOf(string? url)
        => Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri is { UserInfo: "", Fragment: "" }
            && StorableJson.IsStorable(url!)
                ? url!.Trim()
                : throw ChannelFaults.InvalidUrl();
}
