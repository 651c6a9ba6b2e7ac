using Middeck.Search.Vectors.Graph;

namespace Middeck.Search.Tests.Vectors.Graph;

public sealed unsafe class CodeKernelTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(1024)]
    public void Every_way_to_multiply_gives_the_sum_of_the_products(int length)
    {
        var random = new Random(length);
        var query = Enumerable.Range(0, length).Select(_ => (short)random.Next(-2047, 2048)).ToArray();
        var a = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
        var b = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
        var exact = query.Select(component => component / 2047f).ToArray();

        fixed (short* q = query)
        fixed (sbyte* x = a, y = b)
        fixed (float* e = exact)
        {
            var expected = query.Zip(a, static (left, right) => left * right).Sum();
            Assert.Equal(expected, CodeKernel.Dot(q, x, length));
            Assert.Equal(expected, CodeKernel.PortableDot(q, x, length));

            expected = a.Zip(b, static (left, right) => left * right).Sum();
            Assert.Equal(expected, CodeKernel.Dot(x, y, length));
            Assert.Equal(expected, CodeKernel.PortableDot(x, y, length));

            var both = a.Zip(b, static (coarse, fine) => coarse + (fine / 254.0));
            var score = exact.Zip(both, static (left, right) => left * right).Sum();
            Assert.Equal(score, CodeKernel.Dot(e, x, y, 1f / 254, length), tolerance: 0.02);
            Assert.Equal(score, CodeKernel.PortableDot(e, x, y, 1f / 254, length), tolerance: 0.02);
        }
    }
}
