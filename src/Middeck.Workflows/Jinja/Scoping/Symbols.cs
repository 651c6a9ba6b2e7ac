namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>
/// The names of one scope. Jinja decides before it runs a template which variable a name means; where a name is set in a scope, the
/// scope has its own variable that starts with the value of the outer one.
/// </summary>
internal sealed class Symbols
{
    private readonly Dictionary<string, Slot> _slots;
    private readonly Dictionary<string, Slot> _refs;
    private readonly OrderedDictionary<Slot, Load> _loads;
    private readonly HashSet<string> _stores;

    public Symbols(Symbols? parent, FunctionScope function)
        : this(parent, function, [], [], [], [])
    {
    }

    private Symbols(
        Symbols? parent,
        FunctionScope function,
        Dictionary<string, Slot> slots,
        Dictionary<string, Slot> refs,
        OrderedDictionary<Slot, Load> loads,
        HashSet<string> stores)
    {
        (Parent, Function, _slots, _refs, _loads, _stores) = (parent, function, slots, refs, loads, stores);
    }

    public Symbols? Parent { get; }

    public FunctionScope Function { get; }

    public IEnumerable<KeyValuePair<Slot, Load>> Loads => _loads;

    /// <summary>The variable of that name here or around; null when the name has not been seen.</summary>
    public Slot? Find(string name)
    {
        for (var symbols = this; symbols is not null; symbols = symbols.Parent)
        {
            if (symbols._refs.TryGetValue(name, out var slot))
            {
                return slot;
            }
        }

        return null;
    }

    public void Load(string name)
    {
        if (Find(name) is null)
        {
            Define(name, new Load(LoadKind.Resolve, name));
        }
    }

    public void Store(string name)
    {
        _stores.Add(name);
        if (!_refs.ContainsKey(name))
        {
            Define(name, Parent?.Find(name) is { } outer ? new Load(LoadKind.Alias, name, outer) : new Load(LoadKind.Nothing, name));
        }
    }

    public Slot Declare(string name)
    {
        _stores.Add(name);
        return Define(name, new Load(LoadKind.Parameter, name));
    }

    /// <summary>For a branch, which sees the same variables.</summary>
    public Symbols Branch() => new(Parent, Function, _slots, new(_refs), new(_loads), [.. _stores]);

    /// <summary>What branches, of which one will run, did to the names. One that only some of them set has its outer value at first.</summary>
    public void Merge(params IReadOnlyList<Symbols> branches)
    {
        var stored = branches.SelectMany(branch => branch._stores).Except(_stores).Distinct().ToList();
        foreach (var branch in branches)
        {
            foreach (var (name, slot) in branch._refs)
            {
                _refs[name] = slot;
            }

            foreach (var (slot, load) in branch._loads)
            {
                _loads[slot] = load;
            }

            _stores.UnionWith(branch._stores);
        }

        foreach (var name in stored)
        {
            _loads[Find(name)!.Value] = Parent?.Find(name) is { } outer
                ? new Load(LoadKind.Alias, name, outer)
                : new Load(LoadKind.Resolve, name);
        }
    }

    private Slot Define(string name, Load load)
    {
        if (!_slots.TryGetValue(name, out var slot))
        {
            _slots[name] = slot = Function.NewSlot();
        }

        _refs[name] = slot;
        _loads[slot] = load;
        return slot;
    }
}
