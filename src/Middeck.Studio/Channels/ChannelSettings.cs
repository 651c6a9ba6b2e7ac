using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Channels;

/// <summary>What a channel needs besides its secrets; each kind has its own of them, the others are null.</summary>
public sealed record ChannelSettings
{
    /// <summary>Of a webhook: the http or https address that is called by POST.</summary>
    [StringLength(2_000)]
    public string? Url { get; init; }

    /// <summary>Of WeCom: the company's id, such as <c>ww1234567890abcdef</c>.</summary>
    [StringLength(100)]
    public string? CorpId { get; init; }

    /// <summary>Of WeCom: the app's number, such as <c>1000002</c>.</summary>
    [StringLength(20)]
    public string? AgentId { get; init; }

    /// <summary>Of Feishu: <c>feishu</c> or <c>lark</c>.</summary>
    [RegularExpression("^(feishu|lark)$")]
    public string? Region { get; init; }

    /// <summary>Of Feishu: the app's id, such as <c>cli_a1b2c3</c>.</summary>
    [StringLength(100)]
    public string? AppId { get; init; }

    /// <summary>Of DingTalk: the app's Client ID, once called AppKey.</summary>
    [StringLength(100)]
    public string? ClientId { get; init; }

    /// <summary>Of bots: in which language the platform itself speaks, <c>zh</c> or <c>en</c>.</summary>
    [RegularExpression("^(zh|en)$")]
    public string? Language { get; init; }

    /// <summary>Of bots: whether answers keep their marks, <c>markdown</c>, or lose them, <c>text</c>.</summary>
    [RegularExpression("^(markdown|text)$")]
    public string? Format { get; init; }

    /// <summary>Of bots: how many questions a person may ask in a minute.</summary>
    [Range(1, 120)]
    public int? PersonLimit { get; init; }
}
