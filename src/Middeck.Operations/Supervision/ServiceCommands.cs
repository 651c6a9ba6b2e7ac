using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Supervision;

/// <summary>Says which commands are run for a service.</summary>
public static class ServiceCommands
{
    /// <summary>Of a process its own; of another manager's service those that start, stop and show it; of an address none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(ServiceEntry entry)
    {
        if (entry.Kind == ServiceKind.Process)
        {
            return [entry.Command];
        }

        var control = FleetSlots.ControlOf(entry);
        return [.. new[] { control.Start, control.Stop, control.Running }.OfType<IReadOnlyList<string>>()];
    }
}
