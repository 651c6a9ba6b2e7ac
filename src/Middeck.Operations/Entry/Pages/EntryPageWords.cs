using Middeck.Core.Errors;
using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Pages;

/// <summary>What the entry refuses, for people: a title and a sentence by the fault's code.</summary>
internal static class EntryPageWords
{
    public static (Message Title, Message Sentence) Of(Fault fault) => fault.Code switch
    {
        "entry.service_down" => (
            new Message("The service does not answer", "服务无响应"),
            new Message(
                "It is stopped, starting, or out of reach. Try again in a moment.",
                "它可能已停止、正在启动或无法访问。请稍后重试。")),
        "entry.service_silent" => (
            new Message("The service took too long", "服务响应超时"),
            new Message("It did not answer in time. Try again in a moment.", "它未在规定时间内响应。请稍后重试。")),
        "entry.maintenance" => (
            new Message("Maintenance", "系统维护中"),
            new Message("Middeck is being worked on and will be back soon.", "Middeck 正在维护，很快恢复。")),
        "entry.wrong_network" => (
            new Message("Not from here", "当前网络不可访问"),
            new Message(
                "This address is open to the networks of administrators only.",
                "此地址仅对管理员网络开放。")),
        "request.too_large" => (
            new Message("Too large", "请求过大"),
            new Message("What you send is larger than this address allows.", "发送的内容超过此地址允许的大小。")),
        _ => (
            new Message("Too many requests", "请求过于频繁"),
            new Message("Wait a moment, then try again.", "请稍候再试。")),
    };
}
