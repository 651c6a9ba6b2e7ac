using System.IO.Compression;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Mails as Outlook keeps them, written by npm's cfb: an attachment of 9,000 bytes each, the text long or a page.</summary>
internal static class OutlookMail
{
    /// <summary>With a text of 10,000 characters, which lies in sectors of its own.</summary>
    public static byte[] WithText() => Unpack(
        """
            H4sIAAAAAAACA+2dz0/TUADHP93GYCAoqKiIOsWfqLPbgImizh948MBBiNdl6txIgC3bNM6DZxMvnLzrf+DNoyev+g+Q6IGbd09S065Vghm2YkKQ72d56adN
            Xr+vfX19PTTrp4+9n1+/HfjCGq4SZsWKEV21zQBC3squ5rpdVizL8jZbYkvx3bIsu//CQMTtS7vP24EOIAZ0Al3ADqAb6AF2Ni8BeoE+YDewB9gL9AP7gP3A
            AWAAOAgMAoeAw8ARIA4cBY4BQ8Bx4ARwEjgFnAbOAMPAWeCc274EcAEwgSSQAtLACDAKjAEZ4CIwDlwCLgMTwBXn2m7uR0Vlu5e7lClTJ84kC9Sp0iAI/bQZ
            3r3E8FnnGr8mEoNpSqRJU+eOM3qD0UfIyQ+5c4/fehF3mSNHjcfcp0adIkkSmOQwMUmTcZZJbrfcz7CbHw6Qb7j30vXzb5Lkuu/8SID8kK/jn8RkxHd+W4D8
            sDsHrJefdJJN3/nRAPl2W7NT6+ePcstJ9pvfHiA/4s55Xn6FKmUqFKhSZ5YCNXI8cdZrzFJmwW3X75hufkfQ41+Vn6dOnTwPKLXIzTG0qj+avyYTGD/Hf4zg
            tDr/zbGXdEvqj+e/M8Dxn7efLYb85Psf/10B8qNrxv+/6H8PP/nes53Nt5fLxbFCyOymE7vMOWlF4jKZTCaTyWQymUwmk8lkMplMJpPJZDKZTCaTyWQymUwm
            k8lkMplMJpPJZDKZTCaTyWQymUwmk8lkMplMJpPJZDKZTCbbVPP+J+4GDQokEFsbQwghhBBCCCGEEEIIIYQQQgghhBBCiG3A//r+TyY1ltpI/RfzqVcDi9OL
            70vLxb+pH8/FpjaSP8csWQo8Jc88Feact9LKVPHXnGeUyDvvtm1kL63JEu2xv/fKh68zM40lI8u48/1XSoNvphtLxsq9d88TVHjIo03p/x94ku4HAIIAAA==
        """);

    /// <summary>With a page in the place of a text.</summary>
    public static byte[] WithPage() => Unpack(
        """
            H4sIAAAAAAACA+3bT2sTQRzG8e8maf60Wm3VKkGk2It4SDeJtQghRLQePHgwxeuSaEwCbbIk22I8iN56LAgi3vQd6EE8evKqb6CgB4WAb8Gs7GYjoRIzYzxU
            /X3C7LALs8/sTGb2tB/ez318/jL5iX3yhOm5CaJD1wwgNDg52j/3Ss913cFlV/xVvrmu681fGIgEc+nNeQyIAwlgGpgBDgGHgVngSP8vwBwwDxwDjgMngIXg
            PqeCWooUKQez3KRJE4dF1mjg0KKDjgWmjMFeYii2OQkUQoN3SpEaWbI4XGcFXfOE/PxQ8O5RbRcJaguLNluUaeNQJU0KEwsTkyyrfp3m2sj7nA/ywxr5RrCX
            /jr/CmkuK+dHNPJDSs+/hskF5fwpjXxvrM6MyU/7uVn/aJIZmx/VyPeePTkmf4WrQbba88c08r2xOjuUb9OiiU2FFg51KrSx2PbP29Rp0gj69TMzyI9r5Htj
            VRjKL+HgUOI2tRG5Fkv+SAz/+nIYP9Z/An2jxr+/9tLK8z+tOf7nllTy1df/jEZ+bN/6/xPzP6CSHw+KvxcJIYQQQgghhBBCCCGEEEIIIYQQQgjxH+AftZq5
            mJmk/c5m5klyt7j7tva5+jvtF63EjUnyN6hToMI9Smxis0GFFE1aqHUnZ+e/vN7pPn2VK+e7D591Hz3OLZfzuWU7r5Z/nxolGlQn6sVoBaKz/jcY776ur3f2
            jAKX+t9k1E6/KHb2jN6tNw9S2NzhLkLo+g4JXo+dADQAAA==
        """);

    private static byte[] Unpack(string base64)
    {
        using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
