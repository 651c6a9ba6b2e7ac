using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>What is done with the variables of a scope when it is entered and left.</summary>
internal sealed class ScopeEntry(EntryLoad[] loads, int[] slots)
{
    public void Enter(Frame frame)
    {
        foreach (var load in loads)
        {
            frame.Slots[load.Index] = load.Kind switch
            {
                LoadKind.Resolve => frame.Rendering.Resolve(load.Name),
                LoadKind.Alias => load.From.Get(frame),
                _ => Missing.Value,
            };
        }
    }

    /// <summary>A macro that lives on sees the variables no more.</summary>
    public void Leave(Frame frame)
    {
        foreach (var slot in slots)
        {
            frame.Slots[slot] = Missing.Value;
        }
    }
}
