namespace Middeck.Studio.Workflows.Triggers;

/// <summary>Where webhooks are called.</summary>
internal static class TriggerPaths
{
    public const string Webhook = "/triggers/webhook";
    public const string WebhookDebug = "/triggers/webhook-debug";

    public static string Of(Guid id) => $"{Webhook}/{id}";

    public static string DebugOf(Guid id) => $"{WebhookDebug}/{id}";
}
