using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>A variable as seen from a place: so many functions outward, and its slot there.</summary>
internal readonly record struct VariableRef(int Hops, int Index)
{
    public object? Get(Frame frame) => Hops == 0 ? frame.Slots[Index] : Outer(frame).Slots[Index];

    public void Set(Frame frame, object? value) => Outer(frame).Slots[Index] = value;

    private Frame Outer(Frame frame)
    {
        for (var i = 0; i < Hops; i++)
        {
            frame = frame.Outer!;
        }

        return frame;
    }
}
