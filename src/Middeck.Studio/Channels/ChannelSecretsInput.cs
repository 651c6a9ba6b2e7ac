using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Channels;

/// <summary>What a channel proves itself with. Each kind has its own; what is null stays as it is.</summary>
public sealed record ChannelSecretsInput
{
    /// <summary>Of WeCom: the app's Secret.</summary>
    [StringLength(500)]
    public string? CorpSecret { get; init; }

    /// <summary>Of WeCom: the token of receiving messages.</summary>
    [StringLength(100)]
    public string? Token { get; init; }

    /// <summary>Of WeCom: the EncodingAESKey of receiving messages, 43 letters.</summary>
    [StringLength(43)]
    public string? EncodingAesKey { get; init; }

    /// <summary>Of Feishu: the App Secret.</summary>
    [StringLength(500)]
    public string? AppSecret { get; init; }

    /// <summary>Of Feishu: the Verification Token.</summary>
    [StringLength(500)]
    public string? VerificationToken { get; init; }

    /// <summary>Of Feishu: the Encrypt Key; empty for none.</summary>
    [StringLength(500)]
    public string? EncryptKey { get; init; }

    /// <summary>Of DingTalk: the Client Secret, once called AppSecret.</summary>
    [StringLength(500)]
    public string? ClientSecret { get; init; }

    /// <summary>Of Slack: the Bot User OAuth Token, <c>xoxb-…</c>.</summary>
    [StringLength(500)]
    public string? BotToken { get; init; }

    /// <summary>Of Slack: the Signing Secret.</summary>
    [StringLength(500)]
    public string? SigningSecret { get; init; }
}
