namespace Middeck.Studio.Tools.Builtin;

/// <summary>A group of tools that come with the platform and need no key.</summary>
internal interface IBuiltinTools
{
    IReadOnlyList<BuiltinTool> All { get; }
}
