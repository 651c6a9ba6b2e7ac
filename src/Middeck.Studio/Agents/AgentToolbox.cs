namespace Middeck.Studio.Agents;

/// <summary>The tools of one run, each under a name of its own.</summary>
internal sealed class AgentToolbox(IReadOnlyList<BoundTool> tools)
{
    public IReadOnlyList<BoundTool> Tools => tools;

    public string Names => string.Join(", ", tools.Select(tool => tool.Name));

    /// <summary>The tool of that name; null when there is none. Models change the case, and write spaces for underlines.</summary>
    public BoundTool? Find(string name)
        => tools.FirstOrDefault(tool => tool.Name == name)
            ?? tools.FirstOrDefault(tool => string.Equals(
                tool.Name, name.Trim().Replace(' ', '_'), StringComparison.OrdinalIgnoreCase));
}
