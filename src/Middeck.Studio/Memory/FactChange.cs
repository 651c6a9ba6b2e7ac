namespace Middeck.Studio.Memory;

/// <summary>What becomes of what is remembered. Closed: nothing outside this file can add a case.</summary>
internal abstract record FactChange
{
    private FactChange()
    {
    }

    /// <summary>Something new.</summary>
    public sealed record Add(string Text) : FactChange;

    /// <summary>Something that is otherwise now.</summary>
    public sealed record Update(Guid Id, string Text) : FactChange;

    /// <summary>Something that holds no more.</summary>
    public sealed record Delete(Guid Id) : FactChange;
}
