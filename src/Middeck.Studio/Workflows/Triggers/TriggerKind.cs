namespace Middeck.Studio.Workflows.Triggers;

/// <summary>What starts runs by itself.</summary>
internal enum TriggerKind
{
    /// <summary>A call of the trigger's address.</summary>
    Webhook,

    /// <summary>The time.</summary>
    Schedule,
}
