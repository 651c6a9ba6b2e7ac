using Middeck.Core.Errors;
using Middeck.Studio.Channels.Webhooks;

namespace Middeck.Studio.Channels;

/// <summary>The refusals about channels.</summary>
internal static class ChannelFaults
{
    public static FaultException NotFound()
        => new(Fault.NotFound("channels.not_found", "The app has no such channel."));

    public static FaultException DeliveryNotFound()
        => new(Fault.NotFound("channels.delivery_not_found", "The channel has no such delivery."));

    public static FaultException InvalidName() => new(Fault.Invalid(
        "channels.invalid_name", "The name is needed and holds no character that cannot be kept, such as NUL.", "name"));

    public static FaultException InvalidUrl() => new(Fault.Invalid(
        "channels.invalid_url",
        "The url must be an http or https address without a user name, such as https://hooks.example.com/middeck.",
        "settings.url"));

    public static FaultException InvalidEvents() => new(Fault.Invalid(
        "channels.invalid_events", $"Choose at least one event of {string.Join(", ", WebhookEvents.Offered)}.", "events"));

    public static FaultException NoEventsForBots() => new(Fault.Invalid(
        "channels.invalid_events", "Only webhooks are called on events; leave events out.", "events"));

    public static FaultException InvalidSetting(ChannelField field, string group) => new(Fault.Invalid(
        "channels.invalid_setting", $"{field.Name} is needed: {field.Looks}.", $"{group}.{field.Name}"));

    public static FaultException TooMany(int most) => new(Fault.Conflict(
        "channels.too_many", $"An app has at most {most} channels. Delete one that is not used any more."));

    public static FaultException NotAWebhook() => new(Fault.Conflict(
        "channels.not_a_webhook", "Only webhooks have this; bots prove themselves with the secrets of their platform."));

    public static FaultException SwitchedOff() => new(Fault.Conflict(
        "channels.switched_off", "The channel is switched off. Switch it on first."));

    public static FaultException DeliveryUnderWay() => new(Fault.Conflict(
        "channels.delivery_under_way", "The delivery is on its way already. Wait for its end."));

    public static FaultException NotResendable() => new(Fault.Conflict(
        "channels.not_resendable", "Only events of webhooks can be sent again; who wrote to a bot can write again."));

    public static FaultException BadSignature(string reason) => new(Fault.Unauthenticated(
        "channels.bad_signature", $"The call is not taken: {reason}."));

    public static FaultException CallTooLarge(int most) => new(new Fault(
        FaultKind.TooLarge, "channels.call_too_large", $"A call may have at most {most:N0} bytes."));

    public static FaultException SecretsUnreadable(string name, Exception inner) => new(
        new Fault(
            FaultKind.Upstream, "channels.secrets_unreadable",
            $"The secrets of '{name}' cannot be read any more. Delete the channel and make it again."),
        inner);
}
