using System.Reflection;
using Middeck.Core.Security;

namespace Middeck.Core.Tests.Security;

public sealed class PermissionsTests
{
    [Fact]
    public void Every_constant_is_in_the_catalogue_and_the_other_way_round()
    {
        var constants = typeof(Permissions).GetNestedTypes()
            .SelectMany(area => area.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(), Permissions.All.Keys.Order());
    }
}
