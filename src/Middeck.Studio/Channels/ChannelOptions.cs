using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Channels;

/// <summary>Where the chat platforms are, and how patiently deliveries are made.</summary>
public sealed class ChannelOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "channels";

    /// <summary>How many deliveries and answers a node works on at a time. Default 32.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 32;

    /// <summary>How many of those may be of one channel. Default 8.</summary>
    [Range(1, 1_000)]
    public int ConcurrencyPerChannel { get; set; } = 8;

    /// <summary>After how many attempts a delivery is marked as failed. Default 8, which is about a day.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>A webhook that has failed for so many hours is switched off. Default 72.</summary>
    [Range(1, 720)]
    public int SwitchOffAfterHours { get; set; } = 72;

    /// <summary>How long a called program or platform may take to answer, in seconds. Default 15.</summary>
    [Range(1, 60)]
    public int Timeout { get; set; } = 15;

    /// <summary>Days until a delivery's row is removed. Default 30.</summary>
    [Range(1, 3_650)]
    public int KeepDays { get; set; } = 30;

    /// <summary>The address of WeCom's API. Default <c>https://qyapi.weixin.qq.com</c>.</summary>
    [Required, Url]
    public string WecomUrl { get; set; } = "https://qyapi.weixin.qq.com";

    /// <summary>The address of Feishu's API, or of a private deployment. Default <c>https://open.feishu.cn</c>.</summary>
    [Required, Url]
    public string FeishuUrl { get; set; } = "https://open.feishu.cn";

    /// <summary>The address of Lark's API. Default <c>https://open.larksuite.com</c>.</summary>
    [Required, Url]
    public string LarkUrl { get; set; } = "https://open.larksuite.com";

    /// <summary>The address of DingTalk's API, which hands out tokens. Default <c>https://api.dingtalk.com</c>.</summary>
    [Required, Url]
    public string DingtalkUrl { get; set; } = "https://api.dingtalk.com";

    /// <summary>The only address that DingTalk's session webhooks may begin with. Default <c>https://oapi.dingtalk.com</c>.</summary>
    [Required, Url]
    public string DingtalkSessionUrl { get; set; } = "https://oapi.dingtalk.com";

    /// <summary>The address of Slack's API. Default <c>https://slack.com/api</c>.</summary>
    [Required, Url]
    public string SlackUrl { get; set; } = "https://slack.com/api";
}
