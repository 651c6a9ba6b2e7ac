namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>One platform for all of them; so they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class NodeCollection : ICollectionFixture<NodeHost>
{
    public const string Name = "nodes that ask models";
}
