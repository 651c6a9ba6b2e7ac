namespace Middeck.Studio.Channels;

/// <summary>What a channel leads to.</summary>
public enum ChannelKind
{
    /// <summary>A program that is called on events.</summary>
    Webhook,

    /// <summary>An app of WeCom, 企业微信.</summary>
    Wecom,

    /// <summary>A bot of Feishu, 飞书, or of Lark.</summary>
    Feishu,

    /// <summary>A robot of DingTalk, 钉钉.</summary>
    Dingtalk,

    /// <summary>A bot of Slack.</summary>
    Slack,
}
